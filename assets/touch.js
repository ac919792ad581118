// A finger on a chart scrolls the page, as everywhere: a chart would keep the touch for drawing a span over it. What a
// browser makes of a tap (a mouse that is pressed) still reaches the chart, so marks filter by touch; a span is chosen by
// the dates of the filters there.
document.addEventListener("touchstart", (event) => event.target.closest?.(".js-plotly-plot") && event.stopPropagation(), {
  capture: true,
  passive: true,
});
