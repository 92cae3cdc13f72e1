// What a payment provider's loader comes down to: a frame with a form, and nothing else.
{
  const frame = document.createElement("iframe");
  frame.src = new URL("form.html", document.currentScript.src).href;
  frame.width = "100%";
  frame.height = "900";
  document.getElementById("checkout").append(frame);
}
