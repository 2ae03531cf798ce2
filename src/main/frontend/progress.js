// How far something is that the server is doing. Without this script a link on the page asks again.
export function watchProgress(part) {
  const bar = part.querySelector("progress");
  const words = part.querySelector("[data-words]");
  const events = new EventSource(part.dataset.progress);
  document.querySelectorAll("[data-again]").forEach((link) => (link.hidden = true));

  events.addEventListener("message", (event) => {
    const now = JSON.parse(event.data);
    if (now.state === "done" || now.state === "failed") {
      events.close();
      location.reload();
      return;
    }
    for (const [id, words] of Object.entries(now.parts ?? {})) {
      const place = document.querySelector(`[data-part="${CSS.escape(id)}"]`);
      if (place) {
        place.textContent = words;
      }
    }
    if (now.total > 0) {
      bar.max = now.total;
      bar.value = now.done;
    }
    say(now);
  });

  // Whoever was let in before and is not any more, or has lost the server: the browser gives up, and the link is back.
  events.addEventListener("error", () => {
    if (events.readyState === EventSource.CLOSED) {
      document.querySelectorAll("[data-again]").forEach((link) => (link.hidden = false));
    }
  });

  // Every page would be too much to listen to: the step as it changes, and every tenth of the way.
  let told = words.textContent;
  function say(now) {
    const tenth = now.total > 0 ? Math.floor((now.done * 10) / now.total) : 0;
    const step = `${now.words.split(":")[0]} ${tenth}`;
    if (step !== told) {
      told = step;
      words.textContent = now.words;
    }
  }
}
