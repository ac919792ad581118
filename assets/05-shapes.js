// Fetches the shapes of the map while the page is still being built: plotly would ask for them only with its first map.
(() => {
  const name = "world_110m";
  const { href } = document.querySelector(`link[href$="/topojson/${name}.json"]`); // dashboard/index.py names it early
  window.PlotlyGeoAssets = window.PlotlyGeoAssets || { topojson: {} };
  fetch(href)
    .then((answer) => answer.json())
    .then((shapes) => (window.PlotlyGeoAssets.topojson[name] ??= shapes))
    .catch(() => {}); // then plotly asks itself, and says what is wrong
})();
