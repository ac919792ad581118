// The grid comes after the charts: its scripts are the heaviest of all, and it stands below them.
(() => {
  const LOOK_EVERY = 30; // milliseconds
  const MOST_TIME = 4000; // milliseconds that the grid waits for charts

  const PENDING = ".dash-graph--pending"; // as Dash calls a chart that it is drawing
  const isDrawn = (card) => card.querySelector(".main-svg") && !card.querySelector(PENDING) && !card.matches(PENDING);

  const chartsDrawn = () =>
    new Promise((resolve) => {
      const end = performance.now() + MOST_TIME;
      const look = () => {
        const drawn = [...document.querySelectorAll(".card-chart")].every(isDrawn);
        if (drawn || performance.now() > end) resolve();
        else setTimeout(look, LOOK_EVERY);
      };
      look();
    });

  let loading = null;
  const scriptLoaded = () =>
    (loading ??= new Promise((resolve, reject) => {
      const script = document.createElement("script");
      Object.assign(script, { src: document.getElementById("grid-script").href, onload: resolve, onerror: reject });
      document.head.append(script);
    }));

  window.dash_clientside = Object.assign({}, window.dash_clientside, {
    later: {
      grid: async (grid) => {
        await chartsDrawn();
        await scriptLoaded();
        return grid;
      },
    },
  });
})();
