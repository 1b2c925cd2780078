/* Select2 draws a box in place of a list and leaves it without a name: here it gets its field's. */
(function () {
  "use strict";

  function nameBox(list) {
    const label = document.querySelector(`label[for="${list.id}"]`);
    const drawn = list.nextElementSibling;
    if (!label || !drawn || !drawn.matches(".select2-container")) return;
    label.id ||= `${list.id}-label`;
    const value = drawn.querySelector(".select2-selection__rendered");
    const box = drawn.querySelector(".select2-selection");
    box.setAttribute("aria-labelledby", `${label.id} ${value.id}`.trim());
    for (const part of drawn.querySelectorAll("[role=textbox], .select2-search__field")) {
      part.setAttribute("aria-labelledby", label.id);
    }
  }

  // The boxes come when jQuery finds the time, and again with every inline that is added.
  document.addEventListener("DOMContentLoaded", () => {
    const nameAll = () => document.querySelectorAll("select.select2-hidden-accessible").forEach(nameBox);
    nameAll();
    new MutationObserver(nameAll).observe(document.querySelector("#content"), {
      childList: true,
      subtree: true,
    });
  });
})();
