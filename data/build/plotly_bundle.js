// npm plotly.js + this list of traces -> assets/00-plotly-app.min.js, without WebGL (so without eval) and half as big.
// The version must equal plotly.offline.get_plotlyjs_version(); tests/dashboard/test_figures_bundle.py holds that.
//   npm install plotly.js@4.1.1 esbuild stream-browserify   (in an empty folder)
//   NODE_PATH=node_modules node data/build/plotly_bundle.js assets/00-plotly-app.min.js
const esbuild = require("esbuild");
const fs = require("fs");
const [target] = process.argv.slice(2);
const traces = ["bar", "choropleth", "heatmap", "sankey", "scattergeo"];
const entry = `
  const Plotly = require("plotly.js/lib/core");
  Plotly.register([${traces.map((name) => `require("plotly.js/lib/${name}")`).join(", ")}]);
  module.exports = Plotly;`;

// A hundredth of a pixel is fine enough for a border: with all their digits, shapes take half as long again to draw.
const roundedPlaces = {
  name: "rounded-places",
  setup: (build) =>
    build.onLoad({ filter: /d3-geo\/dist\/d3-geo\.js$/ }, ({ path }) => {
      const round = (place) => `Math.round(${place} * 100) / 100`;
      const source = fs.readFileSync(path, "utf8");
      const contents = source.replaceAll(', x, ",", y', `, ${round("x")}, ",", ${round("y")}`);
      if (contents === source) throw new Error("d3-geo writes the places of a path in another way now");
      return { contents };
    }),
};

esbuild.build({
  plugins: [roundedPlaces],
  stdin: { contents: entry, resolveDir: process.cwd() },
  bundle: true,
  minify: true,
  format: "iife",
  globalName: "Plotly",
  footer: { js: "window.Plotly=Plotly;" },
  banner: { js: "/* plotly.js 4.1.1, MIT licence, Plotly Inc.: see NOTICE */" },
  define: {
    global: "window",
    "define.amd": "false",
    "process.env.NODE_DEBUG": "false",
    "process.env": "{}",
  },
  alias: { stream: "stream-browserify", regl: "@plotly/regl" },
  loader: { ".css": "empty" }, // the style sheet of a map engine that none of these traces uses
  target: "es2020",
  outfile: target,
});
