// Says when the server does not answer, asks it until it does, and then lets the page ask again for what it missed.
(() => {
  const EVERY = 2000; // milliseconds between two questions whether the server is back
  const STAYS = 4000; // milliseconds that the good news stays
  const send = window.fetch.bind(window);
  let lost = false;
  let lastPath = location.pathname; // of the last answer: a page that was asked for in vain must be loaded

  const say = (key) => {
    const place = document.getElementById("connection");
    if (!place) return;
    place.textContent = key ? place.dataset[key] : "";
    place.dataset.state = key;
  };

  const askAgain = () => {
    const shown = window.tallyShown; // what all figures depend on, see address.js
    if (location.pathname !== lastPath || !shown || !document.getElementById("page")?.childElementCount) {
      location.reload();
      return;
    }
    window.dash_clientside.set_props("shown", { data: [...shown] });
  };

  const ask = async () => {
    try {
      const answer = await send("healthz", { cache: "no-store" });
      if (answer.ok) {
        lost = false;
        say("back");
        setTimeout(() => lost || say(""), STAYS);
        askAgain();
        return;
      }
    } catch {
      // still away
    }
    setTimeout(ask, EVERY);
  };

  const lose = () => {
    if (lost) return;
    lost = true;
    say("lost");
    setTimeout(ask, EVERY);
  };

  window.fetch = async (...asked) => {
    try {
      const answer = await send(...asked);
      if (answer.status === 401) location.reload(); // the session has ended: the server sends the reader to sign in
      if (!lost) lastPath = location.pathname;
      return answer;
    } catch (problem) {
      if (problem.name !== "AbortError") lose(); // Dash itself gives up what is no longer wanted
      throw problem;
    }
  };
  window.addEventListener("offline", lose);
})();
