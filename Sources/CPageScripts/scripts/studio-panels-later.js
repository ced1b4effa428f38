"use strict";
// Panels whose answers take longer and come by themselves: grades that are not safe, and what numbers do
// when they are varied; and the spark beside each number's editor.
(() => {
  const { say, text, number, charts, studio } = steelyard;
  const mostCurves = 4, mostFragile = 14;

  const fragile = {
    name: "fragile", side: 0, isPending: (data) => data.isPending,
    key: ({ stability }) => (stability && stability.fragile
      ? JSON.stringify([stability.fragile.total, stability.fragile.graded, stability.fragile.draws,
        stability.fragile.people.slice(0, mostFragile)]) : null),
    layout: () => "",
    room: ({ stability }) => (stability ? 0 : 310),
    emptyWords: ({ language, stability }) => say(language, stability ? "noFragile" : "waitFragile"),
    draw: (body, { stability }, options) =>
      charts.fragile(body, stability.fragile, { ...options, most: mostFragile }),
  };

  /** What sparks have shown, by path, {item, draft}: the strongest of them are drawn large. */
  const tried = new Map();
  let draft = 0;
  /** Who wants to know of them. */
  studio.curvesChanged = new Set();
  /** What is known of numbers belongs to another draft from now on. */
  studio.outdateCurves = () => { draft += 1; };

  /** The strongest of this draft or, while too few of its own are known, of all, {items, isOutdated}. */
  const strongest = () => {
    const all = [...tried.values()].filter(({ item }) => steelyard.strength(item, item) > 0)
      .sort((one, other) => steelyard.strength(other.item, other.item)
        - steelyard.strength(one.item, one.item));
    const own = all.filter((one) => one.draft === draft);
    const shown = (own.length < mostCurves ? all : own).slice(0, mostCurves);
    return { items: shown.map((one) => one.item), isOutdated: shown.some((one) => one.draft !== draft) };
  };

  const curves = {
    name: "curves", side: 0, isPending: () => strongest().isOutdated,
    key: () => {
      const { items } = strongest();
      return items.length > 0 ? JSON.stringify([tried.size, items]) : null;
    },
    layout: () => "",
    room: () => (tried.size > 0 ? 0 : 370),
    emptyWords: ({ language }) => (tried.size > 0 ? say(language, "noCurves", tried.size)
      : say(language, "waitCurves")),
    draw: (body, { policy, language }, options) => {
      const { items } = strongest();
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
    tried.set(item.path, { item: known, draft });
    for (const tell of studio.curvesChanged) tell();
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
