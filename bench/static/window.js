// What a popup comes down to: a press opens a window.
document.querySelector("button").addEventListener("click", () => {
  open(document.getElementById("checkout").dataset.form, "checkout", "popup,width=520,height=840")?.focus();
});
