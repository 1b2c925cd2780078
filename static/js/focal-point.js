/* The focal point, picked on the picture: it is written into two number fields, in hundredths
 * from the left and from the top, which do the same without a script.
 */
(function () {
  "use strict";

  const ARROWS = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1] };
  const within = (value) => Math.min(100, Math.max(0, Math.round(value)));

  function connect(row, part) {
    const picture = row.querySelector(".field-image img");
    const [x, y] = ["x", "y"].map((axis) => row.querySelector(`input[name$='-focal_${axis}']`));
    if (!picture || !x || !y) return;
    const frame = part.content.firstElementChild.cloneNode(true);
    const point = frame.querySelector(".focal-point");
    picture.before(frame);
    frame.prepend(picture);

    const show = () => {
      point.style.left = `${within(Number(x.value))}%`;
      point.style.top = `${within(Number(y.value))}%`;
    };
    const set = (left, top) => {
      x.value = within(left);
      y.value = within(top);
      show();
      x.dispatchEvent(new Event("change", { bubbles: true }));
    };
    picture.addEventListener("click", ({ clientX, clientY }) => {
      const box = picture.getBoundingClientRect();
      set((100 * (clientX - box.left)) / box.width, (100 * (clientY - box.top)) / box.height);
      point.focus();
    });
    point.addEventListener("keydown", (event) => {
      const step = ARROWS[event.key];
      if (!step) return;
      event.preventDefault();
      const size = event.shiftKey ? 10 : 2;
      set(Number(x.value) + size * step[0], Number(y.value) + size * step[1]);
    });
    for (const field of [x, y]) field.addEventListener("input", show);
    show();
  }

  document.addEventListener("DOMContentLoaded", () => {
    const part = document.getElementById("photo-focus");
    const group = document.getElementById("photos-group");
    if (!part || !group) return;
    group.querySelectorAll(".inline-related.has_original").forEach((row) => connect(row, part));
  });
})();
