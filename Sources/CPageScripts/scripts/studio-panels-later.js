"use strict";
// Panels whose answers take longer and come by themselves: grades that are not safe, and what numbers do
// when they are varied; and the spark beside each number's editor.
(() => {
  const { say, text, number, charts, studio } = steelyard;
  const mostCurves = 4, mostFragile = 14;

  const fragile = {
    name: "fragile", side: 0, isLate: true,
    key: ({ stability }) => (stability && stability.fragile
      ? JSON.stringify([stability.fragile.total, stability.fragile.graded, stability.fragile.draws,
        stability.fragile.people.slice(0, mostFragile)]) : null),
    layout: () => "",
    emptyWords: ({ language, stability }) => say(language, stability ? "noFragile" : "waitFragile"),
    draw: (body, { stability }, options) =>
      charts.fragile(body, stability.fragile, { ...options, most: mostFragile }),
  };

  /** What sparks have shown, by path: the strongest of them are drawn large. */
  const tried = new Map();
  /** Who wants to know of them. */
  studio.curvesChanged = new Set();

  const strongest = () => [...tried.values()].map((item) => ({
    item, strength: steelyard.strength(item, item) }))
    .filter((one) => one.strength > 0)
    .sort((one, other) => other.strength - one.strength).map((one) => one.item);

  const curves = {
    name: "curves", side: 0, isLate: true,
    key: () => {
      const shown = strongest().slice(0, mostCurves);
      return shown.length > 0 ? JSON.stringify([tried.size, shown]) : null;
    },
    layout: () => "",
    emptyWords: ({ language }) => (tried.size > 0 ? say(language, "noCurves", tried.size)
      : say(language, "waitCurves")),
    draw: (body, { policy, language }, options) => {
      const items = strongest().slice(0, mostCurves);
      charts.curves(body, {
        people: items[0].people, measure: items[0].measure, payUnit: policy.payUnit, curves: items,
        remark: say(language, "curvesTried", tried.size),
      }, options);
    },
  };

  /**
   * Draws the spark of one number of the policy into an element: what people do when it is varied, the
   * present value marked. data: {people, measure, language}; `item` as charts.sensitivity has it. What is
   * drawn says the same in words to those who point at it or listen.
   */
  studio.spark = (host, item, { people = item.people, measure = item.measure, language }) => {
    const known = { ...item, people, measure };
    if (JSON.stringify(tried.get(item.path)) !== JSON.stringify(known)) {
      tried.set(item.path, known);
      for (const tell of studio.curvesChanged) tell();
    }
    const width = 96, height = 26, plot = 58;
    const strength = steelyard.strength(known, item);
    const most = measure === "grades" ? number.percent(strength) : number.plain(strength, 1);
    const words = say(language, measure === "grades" ? "sparkGrades" : "sparkRanks",
      text(language, item.label), `${item.presentText} ${text(language, item.unit)}`.trim(), most);
    const svg = d3.create("svg").attr("class", "spark").attr("role", "img").attr("aria-label", words)
      .attr("viewBox", `0 0 ${width} ${height}`).attr("width", width).attr("height", height);
    svg.append("title").text(words);
    // A spark of what hardly moves anybody stays low.
    const least = measure === "grades" ? 0.01 : 0.5;
    steelyard.spark(svg.append("g").attr("transform", "translate(1,1)"), known, item,
      { width: plot, height: height - 3, limit: Math.max(strength, least) });
    svg.append("text").attr("x", width).attr("y", height - 8).attr("text-anchor", "end")
      .attr("font-size", 10).attr("fill", strength > 0 ? "#1a1a1a" : "#6b6b6b").text(most);
    host.replaceChildren(svg.node());
    return svg.node();
  };

  studio.panels.push(fragile, curves);
})();
