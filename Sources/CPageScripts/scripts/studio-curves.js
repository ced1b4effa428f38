"use strict";
// A policy's curves: a drawing whose points are dragged or moved by keys, and the same points as fields.
(() => {
  const { say, text, number, colours, studio } = steelyard;
  const { make, draft } = studio;
  const size = { width: 380, height: 150, left: 40, right: 14, top: 10, bottom: 22 };
  const tidy = (value) => Number(value.toPrecision(12));

  /** Numbers of curves by curve: {name, points: [{x, y}]} where x and y are numbers of the policy or null. */
  const grouped = (numbers) => {
    const curves = new Map();
    for (const one of numbers) {
      const found = /^(.*)\.(\d+)\.(x|y)$/.exec(one.path);
      const [path, index, side] = found ? found.slice(1) : [one.path, "0", "y"];
      if (!curves.has(path)) curves.set(path, new Map());
      const points = curves.get(path);
      points.set(Number(index), { ...points.get(Number(index)), [side]: one });
    }
    return [...curves].map(([path, points]) => ({ path, points: [...points.keys()].sort((one, other) =>
      one - other).map((index) => ({ index, ...points.get(index) })) }));
  };

  /** The curves of a policy, each {element, words, update}. */
  studio.curves = (state, numbers) => grouped(numbers).map((curve) => {
    const { language } = state;
    const title = curve.path.replace(/^.*curves\./, "");
    const value = (one) => (one ? studio.valueOf(one, studio.numberText(state, one)) ?? one.value : 0);
    const drawn = curve.points.filter((point) => point.x && point.y);
    const svg = d3.create("svg").attr("class", "curve").attr("viewBox", `0 0 ${size.width} ${size.height}`)
      .attr("role", "group").attr("aria-label", title);
    const axes = svg.append("g").attr("aria-hidden", "true");
    const before = svg.append("polyline").attr("fill", "none").attr("stroke", colours.baseline)
      .attr("stroke-dasharray", "4 3");
    const line = svg.append("polyline").attr("fill", "none").attr("stroke", colours.accent)
      .attr("stroke-width", 2);

    let scales = null;
    const extent = (side) => {
      const values = drawn.flatMap((point) => [point[side].value, value(point[side])]);
      const [low, high] = d3.extent(values);
      const room = 0.12 * (high - low || 1);
      return [low - room, high + room];
    };
    const rescale = () => {
      scales = {
        x: d3.scaleLinear().domain(extent("x")).range([size.left, size.width - size.right]),
        y: d3.scaleLinear().domain(extent("y")).range([size.height - size.bottom, size.top]),
      };
    };
    // Points of one curve move by the same steps, the finest that any of them has.
    const step = (side) => d3.min(drawn, (point) => point[side].step);
    const moved = (changes, one, side, to) => draft.number(changes, one,
      studio.textOf(one, tidy(Math.round(to / step(side)) * step(side))));
    let gesture = null;
    const handles = svg.selectAll("circle").data(drawn).join("circle").attr("r", 6).attr("tabindex", 0)
      .attr("role", "slider").attr("fill", "#fff").attr("stroke", colours.accent).attr("stroke-width", 2)
      .attr("aria-label", (point) => say(language, "editPoint", point.index, title))
      .call(d3.drag()
        .subject((point) => ({ x: scales.x(value(point.x)), y: scales.y(value(point.y)) }))
        .on("start", () => { gesture = {}; })
        .on("drag", (point) => {
          const { x, y } = d3.event;
          const across = moved(state.changes, point.x, "x", scales.x.invert(x));
          state.change(moved(across, point.y, "y", scales.y.invert(y)), point.y.path, gesture);
        })
        .on("end", () => {
          gesture = null;
          entry.update();
        }))
      .on("keydown", (point) => {
        const keys = { ArrowUp: ["y", 1], ArrowDown: ["y", -1], ArrowRight: ["x", 1], ArrowLeft: ["x", -1] };
        const key = keys[d3.event.key];
        if (!key) return;
        d3.event.preventDefault();
        const one = point[key[0]];
        const next = tidy(value(one) + key[1] * step(key[0]));
        state.change(draft.number(state.changes, one, studio.textOf(one, next)), one.path);
      });

    const fields = [];
    const rows = curve.points.map((point) => make("tr", {}, make("th", { scope: "row" }, String(point.index)),
      ...["x", "y"].map((side) => {
        const one = point[side];
        if (!one) return make("td");
        const field = studio.numberField(state, one, text(language, one.label));
        const fault = studio.faultPlace(state, one.path);
        fields.push({ one, field, fault });
        return make("td", { "data-path": one.path }, field,
          make("div", { class: "spark", "data-spark": one.path }), fault.element);
      })));
    const reset = studio.signButton("↺", say(language, "editResetCurve"), () => state.change(
      curve.points.flatMap((point) => [point.x, point.y]).filter((one) => one).reduce((changes, one) =>
        draft.without(changes, "numbers", one.path), state.changes), curve.path));
    const element = make("div", { class: "curve-card" }, make("div", { class: "card-head" },
      make("h4", {}, title), reset), svg.node(),
    make("table", { class: "points" }, make("thead", {}, make("tr", {}, make("td"),
      make("th", { scope: "col" }, "x"), make("th", { scope: "col" }, "y"))), make("tbody", {}, ...rows)));

    const entry = {
      element,
      words: `${title} ${fields.map(({ one }) => `${text(language, one.label)} ${one.path}`).join(" ")}`
        .toLowerCase(),
      update: () => {
        // While a point is dragged the axes stand still, or the point would run from the mouse.
        if (drawn.length > 0) {
          if (gesture === null) rescale();
          draw();
        }
        let isChanged = false;
        for (const { one, field, fault } of fields) {
          const said = studio.numberText(state, one);
          studio.fill(field, said);
          const changed = draft.at(state.changes, "numbers", one.path) !== undefined;
          field.classList.toggle("changed", changed);
          field.title = changed ? say(language, "editWas", one.text) : one.path;
          isChanged = isChanged || changed;
          fault.update();
        }
        element.classList.toggle("changed", isChanged);
        reset.disabled = !isChanged;
      },
    };

    const draw = () => {
      const { x, y } = scales;
      const place = (of) => drawn.map((point) => `${x(of(point.x))},${y(of(point.y))}`).join(" ");
      before.attr("points", place((one) => one.value));
      line.attr("points", place(value));
      handles.attr("cx", (point) => x(value(point.x))).attr("cy", (point) => y(value(point.y)))
        .attr("aria-valuenow", (point) => value(point.y))
        .attr("aria-valuetext", (point) => say(language, "editPointAt",
          studio.numberText(state, point.x), studio.numberText(state, point.y)));
      axes.selectAll("*").remove();
      for (const tick of x.ticks(5)) {
        axes.append("text").attr("x", x(tick)).attr("y", size.height - 6).attr("text-anchor", "middle")
          .text(number.plain(tick, 4));
        axes.append("line").attr("x1", x(tick)).attr("x2", x(tick)).attr("y1", size.top)
          .attr("y2", size.height - size.bottom).attr("stroke", "#eee");
      }
      for (const tick of y.ticks(4)) {
        axes.append("text").attr("x", size.left - 6).attr("y", y(tick) + 4).attr("text-anchor", "end")
          .text(number.plain(tick, 4));
        axes.append("line").attr("x1", size.left).attr("x2", size.width - size.right).attr("y1", y(tick))
          .attr("y2", y(tick)).attr("stroke", "#eee");
      }
    };
    return entry;
  });
})();
