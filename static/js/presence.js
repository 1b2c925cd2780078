/* Tells colleagues that this form is open, and this form which colleagues have it open. The notice
 * that came with the page stays where this script does not run.
 */
(function () {
  "use strict";

  const EVERY = 40000; // milliseconds; news.admin.presence remembers longer
  // Whoever left the desk is not kept logged in by a form that stayed open.
  const ATTENDED = 5 * 60 * 1000;

  document.addEventListener("DOMContentLoaded", function () {
    const notice = document.getElementById("presence");
    if (!notice) return;
    const token = notice.closest("form").elements.csrfmiddlewaretoken.value;

    let touched = Date.now();
    for (const sign of ["keydown", "pointerdown", "pointermove", "scroll"])
      document.addEventListener(sign, () => (touched = Date.now()), { passive: true });

    async function tell() {
      if (document.hidden || Date.now() - touched > ATTENDED) return;
      try {
        const answer = await fetch(notice.dataset.address, {
          method: "POST",
          headers: { "X-CSRFToken": token },
          redirect: "error",
        });
        if (!answer.ok) return;
        const told = (await answer.json()).notice;
        if (notice.textContent !== told) notice.textContent = told;
      } catch {
        // Away from the network: the next time will tell.
      }
    }

    setInterval(tell, EVERY);
    document.addEventListener("visibilitychange", tell);
  });
})();
