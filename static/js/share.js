// Passing a page on by what the browser itself offers; where it does not, the button stays hidden.
(() => {
  const section = document.querySelector(".share");
  const status = section.querySelector("[role=status]");

  const offer = (name, can, act) => {
    const button = section.querySelector(`[data-${name}]`);
    if (!can) return;
    button.closest("li").hidden = false;
    // Whoever closes the list of the device again, or may not copy, has changed nothing.
    button.addEventListener("click", () => Promise.resolve(act(button)).catch(() => {}));
  };

  offer("share", "share" in navigator, (button) =>
    navigator.share({ title: document.title, url: button.dataset.share }),
  );
  offer("copy", "clipboard" in navigator, async (button) => {
    await navigator.clipboard.writeText(button.dataset.copy);
    status.textContent = button.dataset.done;
  });
  offer("print", true, () => window.print());
})();
