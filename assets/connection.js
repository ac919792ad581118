// Says when the server does not answer, asks it until it does, and then sends again what it has not heard: no click is lost.
(() => {
  const EVERY = 2000; // milliseconds between two questions whether the server is back
  const STAYS = 4000; // milliseconds that the good news stays
  const MOST_TRIES = 5; // a request that fails so often while the server is there is itself at fault
  const AWAY = [502, 503, 504]; // what a proxy answers for a server that is away
  const send = window.fetch.bind(window);
  let waiting = null; // ends when the server is back; null while it is there

  const say = (key) => {
    const place = document.getElementById("connection");
    if (!place) return;
    place.textContent = key ? place.dataset[key] : "";
    place.dataset.state = key;
  };

  const pause = (time) => new Promise((resolve) => setTimeout(resolve, time));

  const isThere = async () => {
    try {
      return (await send("healthz", { cache: "no-store" })).ok;
    } catch {
      return false;
    }
  };

  const comeBack = async () => {
    say("lost");
    do await pause(EVERY);
    while (!(await isThere()));
    waiting = null;
    say("back");
    setTimeout(() => waiting || say(""), STAYS);
    if (!document.getElementById("page")?.childElementCount) location.reload(); // what it needs first never came
  };

  const whenBack = () => (waiting ??= comeBack());

  window.fetch = async (...asked) => {
    for (let tries = 1; ; tries += 1) {
      try {
        const answer = await send(...asked);
        if (answer.status === 401) {
          location.reload(); // the session has ended: the server sends the reader to sign in
          return new Promise(() => {}); // the page that asked is gone
        }
        if (!AWAY.includes(answer.status) || tries === MOST_TRIES) return answer;
      } catch (problem) {
        if (problem.name === "AbortError" || tries === MOST_TRIES) throw problem; // Dash gives up what is not wanted
      }
      await whenBack();
    }
  };
  window.addEventListener("offline", whenBack);
})();
