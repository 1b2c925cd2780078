/* The order of an article's photos, by dragging or by buttons: it is written into the fields
 * "order", which do the same without a script. And a word before unsaved text would be lost.
 */
(function () {
  "use strict";

  const rows = (group) => Array.from(group.querySelectorAll(".inline-related:not(.empty-form)"));

  function number(group, isChange) {
    rows(group).forEach((row, index) => {
      const field = row.querySelector("input[name$='-order']");
      if (field && isChange) field.value = index + 1;
      row.querySelector(".photo-lead").hidden = index !== 0;
      row.querySelector("[data-move='-1']").disabled = index === 0;
      row.querySelector("[data-move='1']").disabled = index === rows(group).length - 1;
    });
  }

  function place(row, other, isAfter) {
    other[isAfter ? "after" : "before"](row);
    number(row.closest(".inline-group"), true);
  }

  function step(button) {
    const row = button.closest(".inline-related");
    const all = rows(row.closest(".inline-group"));
    const by = Number(button.dataset.move);
    const other = all[all.indexOf(row) + by];
    if (!other) return;
    // An editor or a chosen file survives being passed by, not being moved while it has focus.
    place(row, other, by > 0);
    (button.disabled ? row.querySelector("[data-move]:not(:disabled)") : button)?.focus();
  }

  function drag(handle, event) {
    const row = handle.closest(".inline-related");
    const group = row.closest(".inline-group");
    event.preventDefault();
    handle.setPointerCapture(event.pointerId);
    row.classList.add("photo-dragged");

    const move = ({ clientX, clientY }) => {
      const under = document.elementFromPoint(clientX, clientY)?.closest(".inline-related");
      if (!under || under === row || !group.contains(under)) return;
      const box = under.getBoundingClientRect();
      const isBelow = row.compareDocumentPosition(under) & Node.DOCUMENT_POSITION_FOLLOWING;
      // Past its middle, so that two of unlike height do not change places for ever.
      if (isBelow ? clientY > box.top + box.height / 2 : clientY < box.top + box.height / 2) {
        place(row, under, Boolean(isBelow));
        handle.setPointerCapture(event.pointerId);
      }
    };
    const stop = () => {
      row.classList.remove("photo-dragged");
      handle.removeEventListener("pointermove", move);
      handle.removeEventListener("pointerup", stop);
      handle.removeEventListener("pointercancel", stop);
    };
    handle.addEventListener("pointermove", move);
    handle.addEventListener("pointerup", stop);
    handle.addEventListener("pointercancel", stop);
  }

  function equip(row, tools) {
    if (row.querySelector(".photo-tools") || !row.querySelector("input[name$='-order']")) return;
    row.querySelector("h3").after(tools.content.cloneNode(true));
    row.querySelector(".photo-handle").addEventListener("pointerdown", (event) => {
      drag(event.currentTarget, event);
    });
    for (const button of row.querySelectorAll("[data-move]")) {
      button.addEventListener("click", () => step(button));
    }
  }

  function arrange() {
    const group = document.getElementById("photos-group");
    const tools = document.getElementById("photo-tools");
    if (!group || !tools || !rows(group).every((row) => row.querySelector("[name$='-order']"))) return;
    rows(group).forEach((row) => equip(row, tools));
    number(group, false);
    document.addEventListener("formset:added", ({ target }) => {
      if (!group.contains(target)) return;
      equip(target, tools);
      number(group, true);
    });
    document.addEventListener("formset:removed", () => number(group, true));
  }

  function warn() {
    const upload = document.getElementById("photo-upload");
    const form = document.getElementById("article_form");
    if (!upload || !form) return;
    let isChanged = false;
    form.addEventListener("input", () => (isChanged = true));
    form.addEventListener("change", () => (isChanged = true));
    upload.addEventListener("submit", (event) => {
      const editors = Object.values(window.CKEDITOR?.instances || {});
      const note = upload.querySelector("[role=alert]");
      if (!note.hidden || !(isChanged || editors.some((editor) => editor.checkDirty()))) return;
      event.preventDefault();
      note.hidden = false;
    });
  }

  window.addEventListener("load", () => {
    arrange();
    warn();
  });
})();
