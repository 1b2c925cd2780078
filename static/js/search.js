// Names of committees, departments and people while somebody types; the box works without it.
(() => {
  const WAIT = 200; // milliseconds without a key
  const boxes = document.querySelectorAll("input[data-suggest]");

  const listFor = (box) => {
    const list = document.createElement("datalist");
    list.id = `${box.id}-names`;
    box.after(list);
    box.setAttribute("list", list.id);
    return list;
  };

  const optionOf = (one) => {
    const option = document.createElement("option");
    option.value = one.text;
    option.label = one.kind;
    option.lang = one.language;
    return option;
  };

  for (const box of boxes) {
    const list = listFor(box);
    let waiting;
    let asked = "";

    const ask = async () => {
      const typed = box.value.trim();
      if (typed === asked) return;
      asked = typed;
      const response = await fetch(`${box.dataset.suggest}?q=${encodeURIComponent(typed)}`);
      if (!response.ok || typed !== asked) return;
      const { suggestions } = await response.json();
      list.replaceChildren(...suggestions.map(optionOf));
    };

    box.addEventListener("input", () => {
      clearTimeout(waiting);
      waiting = setTimeout(() => ask().catch(() => {}), WAIT);
    });
  }
})();
