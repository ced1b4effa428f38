"use strict";
// What people do when one number of the policy is varied: a few curves large, all others as sparks.
(() => {
  const { say, text, number, colours } = steelyard;

  /** Where a value lies on its axis: judgements in steps of the scale 1/9 ... 9, others as they are. */
  const place = (item, value) =>
    item.kind !== "judgement" ? value : value >= 1 ? value - 1 : 1 - 1 / value;
  const height = (data, point) =>
    data.measure === "grades" ? (point.gradeChanges || 0) / data.people : point.rankShift;
  const reached = (item) => item.points.filter((point) => !point.refusal);
  const highest = (data, item) => d3.max(reached(item), (point) => height(data, point)) || 0;
  const shown = (language, data, value) =>
    data.measure === "grades" ? number.percent(value) : number.plain(value, 1);
  const unit = (language, item) => (item.unit ? ` ${text(language, item.unit)}` : "");

  const axis = (language, data) =>
    say(language, data.measure === "grades" ? "axisGrades" : "axisRanks", number.count(data.people));

  const rows = (language, items) => items.flatMap((item) => item.points.map((point) => [
    text(language, item.label), point.text + unit(language, item),
    point.isPresent ? say(language, "now") : point.refusal || "",
    point.refusal || point.gradeChanges == null ? "" : number.count(point.gradeChanges),
    point.refusal ? "" : number.plain(point.rankShift, 2),
    point.refusal || point.payrollChange == null ? "" : number.signed(point.payrollChange, 2),
  ]));
  const table = (language, data, items) => ({
    heads: [say(language, "number"), say(language, "value"), "", say(language, "gradeChanges"),
      say(language, "rankShift"),
      data.payUnit ? `${say(language, "payChange")} (${text(language, data.payUnit)})`
        : say(language, "payChange")],
    numbersFrom: 3, rows: rows(language, items),
  });

  const curve = (group, data, item, { width, bottom, limit, radius }) => {
    const horizontal = d3.scaleLinear()
      .domain(d3.extent(item.points, (point) => place(item, point.value))).range([4, width - 4]);
    const vertical = d3.scaleLinear().domain([0, limit]).range([bottom, radius + 1]);
    const x = (point) => horizontal(place(item, point.value));
    const points = reached(item);
    const present = item.points.find((point) => point.isPresent);
    group.append("line").attr("x1", 0).attr("x2", width).attr("y1", bottom).attr("y2", bottom)
      .attr("stroke", colours.line);
    if (present) {
      group.append("line").attr("class", "now").attr("x1", x(present)).attr("x2", x(present))
        .attr("y1", 0).attr("y2", bottom).attr("stroke", colours.faint)
        .attr("stroke-dasharray", "2 2");
    }
    group.append("path").attr("class", "mark").attr("fill", "none")
      .attr("stroke", colours.accent).attr("stroke-width", radius > 2 ? 2 : 1.5)
      .attr("d", d3.line().x(x).y((point) => vertical(height(data, point)))(points));
    group.selectAll("circle").data(points).join("circle").attr("cx", x)
      .attr("cy", (point) => vertical(height(data, point)))
      .attr("r", (point) => (point.isPresent ? radius + 0.6 : radius))
      .attr("fill", (point) => (point.isPresent ? colours.ink : colours.accent));
    group.selectAll("text.refused").data(item.points.filter((point) => point.refusal)).join("text")
      .attr("class", "refused").attr("x", x).attr("y", bottom - 2).attr("text-anchor", "middle")
      .attr("fill", colours.less).text("×").append("title").text((point) => point.refusal);
    return { horizontal, vertical, x };
  };

  const large = (svg, data, items, language, whole = steelyard.width) => {
    const gap = 34, columns = 2, width = (whole - gap * columns) / columns;
    const top = 22, bottom = 104, row = 150;
    items.forEach((item, index) => {
      const limit = highest(data, item) || 1;
      const left = gap + (index % columns) * (width + gap);
      const group = svg.append("g").attr("class", "curve")
        .attr("transform", `translate(${left},${Math.floor(index / columns) * row})`);
      const name = text(language, item.label);
      group.append("text").attr("y", 11).attr("font-weight", 700)
        .text(steelyard.short(name, Math.min(50, Math.floor(width / 5.8)))).append("title").text(`${name} (${item.path})`);
      const plot = group.append("g").attr("transform", `translate(0,${top})`);
      const { vertical, x } = curve(plot, data, item, {
        width: width - 12, bottom: bottom - top, limit, radius: 2.6 });
      for (const tick of vertical.ticks(3).slice(1)) {
        plot.append("line").attr("x2", width - 12).attr("y1", vertical(tick))
          .attr("y2", vertical(tick)).attr("stroke", colours.line).attr("stroke-width", 0.5)
          .lower();
        plot.append("text").attr("x", -4).attr("y", vertical(tick) + 3).attr("text-anchor", "end")
          .attr("font-size", 9).attr("fill", colours.faint).text(shown(language, data, tick));
      }
      let last = -Infinity;
      for (const point of item.points) {
        if (x(point) - last < 8 + 5 * point.text.length && !point.isPresent) continue;
        last = x(point);
        plot.append("text").attr("x", x(point)).attr("y", bottom - top + 12)
          .attr("text-anchor", "middle").attr("font-size", 9.5)
          .attr("font-weight", point.isPresent ? 700 : 400).text(point.text);
      }
      const cost = d3.extent(reached(item), (point) => point.payrollChange || 0);
      const below = [item.unit ? say(language, "inUnit", text(language, item.unit)) : "",
        data.payUnit != null && (cost[0] || cost[1])
          ? say(language, "payFromTo", number.signed(cost[0]), number.signed(cost[1]),
            text(language, data.payUnit))
          : ""].filter((part) => part).join(" · ");
      plot.append("text").attr("y", bottom - top + 26).attr("font-size", 9.5)
        .attr("fill", colours.faint).text(below);
    });
    return Math.ceil(items.length / columns) * row;
  };

  const sparks = (svg, data, items, language, top) => {
    const columns = 3, gap = 16, width = (steelyard.width - gap * (columns - 1)) / columns;
    const row = 45, plot = 66;
    const limit = d3.max(items, (item) => highest(data, item)) || 1;
    items.forEach((item, index) => {
      const group = svg.append("g").attr("class", "spark").attr("transform",
        `translate(${(index % columns) * (width + gap)},${top + Math.floor(index / columns) * row})`);
      const name = text(language, item.label);
      const lines = steelyard.lines(name, Math.floor((width - plot - 4) / 4.9), 2);
      const second = lines.length > 1 ? 20 : 9;
      steelyard.stack(group, lines, 0, second, "start").attr("font-size", 9.5)
        .append("title").text(`${name} (${item.path})`);
      group.append("text").attr("y", second + 11).attr("font-size", 9).attr("fill", colours.faint)
        .text(say(language, "sparkNow", item.presentText + unit(language, item),
          shown(language, data, highest(data, item))));
      curve(group.append("g").attr("transform", `translate(${width - plot},0)`), data, item, {
        width: plot, bottom: 28, limit, radius: 1.4 });
    });
    return top + Math.ceil(items.length / columns) * row;
  };

  /** How strongly a number of the policy moves people: the most that any of the values tried does. */
  steelyard.strength = (data, item) => highest(data, item);

  /** One spark by itself in an SVG element: item as in the chart, options {width, height, limit}. */
  steelyard.spark = (svg, data, item, { width, height: bottom, limit }) =>
    curve(svg, data, item, { width, bottom, limit: limit || highest(data, item) || 1, radius: 1.4 });

  /** The strongest curves: data as for the next chart, with a remark or none; options.width for how wide. */
  steelyard.charts.curves = (element, data, options) => {
    const { language } = options;
    const strongest = data.curves[0];
    return steelyard.figure(element, language, {
      name: "sensitivity-curves", width: options.width,
      title: say(language, data.measure === "grades" ? "strongestGrades" : "strongestRanks",
        text(language, strongest.label), shown(language, data, highest(data, strongest))),
      draw: (svg) => {
        const bottom = large(svg, data, data.curves, language, options.width);
        steelyard.axisTitle(svg, options.width + 8, bottom + 4, options, axis(language, data));
        return bottom + (options.width ? 10 : 0);
      },
      remark: data.remark,
      notes: [axis(language, data), say(language, "curveNote")],
      table: table(language, data, data.curves),
    });
  };

  /**
   * data: {people, measure: "grades" or "ranks", payUnit or null, curves: [item], sparks: [item],
   * unmoved: [item]}, each item {path, label, kind, unit, presentText, points}, a point {value, text,
   * isPresent, gradeChanges, gradesUp, gradesDown, rankShift, payrollChange, refusal}; the strongest first.
   * options.most: how many sparks are drawn; all are in the table.
   */
  steelyard.charts.sensitivity = (element, data, options) => {
    const { language } = options;
    if (data.curves[0]) steelyard.charts.curves(element, data, { language });
    const still = data.unmoved.length, most = options.most || 36;
    steelyard.figure(element, language, {
      name: "sensitivity-sparks",
      title: data.sparks.length
        ? say(language, "sparksTitle", data.sparks.length + data.curves.length, still)
        : say(language, "sparksNone"),
      draw: data.sparks.length
        ? (svg) => sparks(svg, data, data.sparks.slice(0, most), language, 2) : undefined,
      notes: [data.sparks.length ? `${axis(language, data)} ${say(language, "sparkNote")}` : "",
        data.sparks.length > most
          ? say(language, "sparksRest", most, data.sparks.length) : "",
        still ? say(language, "unmoved", steelyard.list(language,
          data.unmoved.map((item) => text(language, item.label)))) : ""],
      table: data.sparks.length ? table(language, data, data.sparks) : undefined,
    });
  };

  steelyard.list = (language, texts) => texts.join(language === "zh" ? "；" : "; ");
})();
