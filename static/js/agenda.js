/* The order of an agenda, by dragging or by its buttons without a round trip. The hidden fields
 * "place" stand in the order of the page, and so are sent; without this script each button saves.
 */
(function () {
  "use strict";

  document.addEventListener("DOMContentLoaded", () => {
    const form = document.getElementById("agenda-form");
    if (!form || !form.elements.seen) return;
    const lists = Array.from(form.querySelectorAll(".agenda-items"));
    const note = form.querySelector(".agenda-unsaved");
    let isChanged = false;
    let isSent = false;

    function changed() {
      isChanged = true;
      note.hidden = false;
      for (const list of lists) {
        const none = list.parentElement.querySelector(".agenda-none");
        if (none) none.hidden = list.children.length > 0;
        Array.from(list.children).forEach((row, index) => {
          row.querySelector(".agenda-number").textContent = `${list.dataset.section}.${index + 1}`;
        });
      }
    }

    function step(row, by) {
      const list = row.parentElement;
      const beside = by < 0 ? row.previousElementSibling : row.nextElementSibling;
      if (beside) beside[by < 0 ? "before" : "after"](row);
      else {
        const other = lists[lists.indexOf(list) + by];
        if (!other) return;
        other[by < 0 ? "append" : "prepend"](row);
      }
      changed();
    }

    function drag(row, handle, event) {
      event.preventDefault();
      handle.setPointerCapture(event.pointerId);
      row.classList.add("agenda-dragged");

      const move = ({ clientX, clientY }) => {
        const under = document.elementFromPoint(clientX, clientY);
        const other = under?.closest(".agenda-item");
        if (other === row) return;
        if (other && form.contains(other)) {
          const box = other.getBoundingClientRect();
          other[clientY > box.top + box.height / 2 ? "after" : "before"](row);
        } else {
          const list = under?.closest(".agenda-section")?.querySelector(".agenda-items");
          if (!list || list === row.parentElement) return;
          list.append(row);
        }
        handle.setPointerCapture(event.pointerId);
        changed();
      };
      const stop = () => {
        row.classList.remove("agenda-dragged");
        handle.removeEventListener("pointermove", move);
        handle.removeEventListener("pointerup", stop);
        handle.removeEventListener("pointercancel", stop);
      };
      handle.addEventListener("pointermove", move);
      handle.addEventListener("pointerup", stop);
      handle.addEventListener("pointercancel", stop);
    }

    form.addEventListener("click", (event) => {
      const button = event.target.closest("[data-move]");
      if (!button) return;
      event.preventDefault();
      step(button.closest(".agenda-item"), Number(button.dataset.move));
      button.focus();
    });
    for (const row of form.querySelectorAll(".agenda-item")) {
      const handle = document.createElement("span");
      handle.className = "agenda-handle";
      handle.textContent = form.dataset.drag;
      handle.setAttribute("aria-hidden", "true");
      handle.addEventListener("pointerdown", (event) => drag(row, handle, event));
      row.querySelector(".agenda-tools").prepend(handle);
    }
    form.addEventListener("input", () => (isChanged = true));
    form.addEventListener("submit", () => (isSent = true));
    window.addEventListener("beforeunload", (event) => {
      if (isChanged && !isSent) event.preventDefault();
    });
  });
})();
