// Letters, colours and contrast as a reader chose them, kept in this browser alone. It runs in the head,
// after the link of contrast.css, so that no page is first drawn otherwise.
(() => {
  const KEPT_AS = "display";
  const root = document.documentElement;
  const sheet = document.getElementById("contrast");
  const asTheSystem = sheet.media;
  const MEDIA = { high: "all", normal: "not all" };

  // Storage may be forbidden: the choice then holds for this page.
  const kept = () => {
    try {
      return JSON.parse(localStorage.getItem(KEPT_AS)) ?? {};
    } catch {
      return {};
    }
  };

  const keep = (chosen) => {
    try {
      localStorage.setItem(KEPT_AS, JSON.stringify(chosen));
    } catch {}
  };

  const show = ({ text = "", colours = "", contrast = "" }) => {
    root.dataset.text = text;
    root.dataset.colours = colours;
    sheet.media = MEDIA[contrast] ?? asTheSystem;
  };

  show(kept());

  document.addEventListener("DOMContentLoaded", () => {
    const control = document.getElementById("display");
    const form = control.querySelector("form");
    const opener = control.querySelector("summary");
    for (const [name, value] of Object.entries(kept())) {
      const choice = form.querySelector(`[name="${name}"][value="${CSS.escape(value)}"]`);
      if (choice) choice.checked = true;
    }
    control.hidden = false;

    const take = () => {
      const chosen = Object.fromEntries(new FormData(form));
      show(chosen);
      keep(chosen);
    };
    form.addEventListener("change", take);
    form.addEventListener("reset", () => setTimeout(take)); // the form is emptied after its event

    document.addEventListener("click", (event) => {
      if (!control.contains(event.target)) control.open = false;
    });
    // Nothing in focus stands behind the panel.
    control.addEventListener("focusout", ({ relatedTarget }) => {
      if (relatedTarget && !control.contains(relatedTarget)) control.open = false;
    });
    control.addEventListener("keydown", (event) => {
      if (event.key !== "Escape" || !control.open) return;
      control.open = false;
      opener.focus();
    });
  });
})();
