// A photo over the page, with the one before and the one after. Without it, a photo's link opens its file.
(() => {
  const article = document.querySelector("[data-close]");
  const links = [...article.querySelectorAll(".photo a")];
  let at = 0;

  const button = (word, act) => {
    const made = document.createElement("button");
    made.type = "button";
    made.textContent = word;
    made.addEventListener("click", act);
    return made;
  };

  const dialog = document.createElement("dialog");
  dialog.className = "viewer";
  const figure = document.createElement("figure");
  const steps = document.createElement("p");
  const place = document.createElement("span");
  place.setAttribute("role", "status");
  const { close, previous, next } = article.dataset;
  steps.append(
    button(previous, () => show(at - 1)),
    place,
    button(next, () => show(at + 1)),
    button(close, () => dialog.close()),
  );
  dialog.append(figure, steps);
  document.body.append(dialog);

  const show = (index) => {
    at = (index + links.length) % links.length;
    const shown = links[at].querySelector("img");
    const large = new Image(shown.width, shown.height);
    large.alt = shown.alt;
    large.lang = shown.lang;
    large.src = links[at].href;
    const caption = links[at].closest("figure").querySelector("figcaption");
    figure.replaceChildren(large, ...(caption ? [caption.cloneNode(true)] : []));
    place.textContent = `${at + 1} / ${links.length}`;
    dialog.setAttribute("aria-label", shown.alt || place.textContent);
  };

  links.forEach((link, index) =>
    link.addEventListener("click", (event) => {
      event.preventDefault();
      show(index);
      dialog.showModal();
    }),
  );

  dialog.addEventListener("keydown", ({ key }) => {
    if (key === "ArrowLeft") show(at - 1);
    if (key === "ArrowRight") show(at + 1);
  });
  dialog.addEventListener("close", () => links[at].focus());
})();
