/* From a finding to its field: opens the language tab that it is in, and puts the cursor there. */
(function () {
  "use strict";

  function open(field) {
    const panel = field.closest(".ui-tabs-panel");
    if (panel) document.querySelector(`.ui-tabs-nav a[href="#${panel.id}"]`).click();
    field.closest("details")?.setAttribute("open", "");
  }

  // An editor starts when its text area is seen, a moment after its tab was opened.
  function focus(field, patience = 20) {
    const editor = field.dataset.editor && window.CKEDITOR?.instances[field.id];
    if (editor && editor.status === "ready") {
      editor.container.$.scrollIntoView({ block: "center" });
      editor.focus();
    } else if (field.dataset.editor && patience) {
      setTimeout(() => focus(field, patience - 1), 100);
    } else {
      field.scrollIntoView({ block: "center" });
      field.focus();
    }
  }

  function jump(id) {
    const field = document.getElementById(id);
    if (!field || !field.matches("input, select, textarea")) return false;
    open(field);
    focus(field);
    return true;
  }

  document.addEventListener("click", (event) => {
    const link = event.target.closest(".checks a[href^='#']");
    if (link && jump(link.hash.slice(1))) event.preventDefault();
  });
  // From the page of an act: the tabs are made when the page has loaded.
  window.addEventListener("load", () => location.hash && jump(location.hash.slice(1)));
})();
