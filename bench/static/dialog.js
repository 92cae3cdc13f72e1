// What an overlay comes down to: a press opens a dialog with a frame.
document.querySelector("button").addEventListener("click", () => {
  const dialog = document.createElement("dialog");
  const frame = document.createElement("iframe");
  frame.src = document.getElementById("checkout").dataset.form;
  frame.width = "500";
  frame.height = "800";
  dialog.append(frame);
  document.body.append(dialog);
  dialog.showModal();
  frame.focus();
});
