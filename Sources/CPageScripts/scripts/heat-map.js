"use strict";
// Judgements of one weighing beside what its weights imply.
(() => {
  const { say, text, number, colours } = steelyard;

  /**
   * data: {labels: [{name, title}], weights, cells: [{row, column, text, value, implied, isGiven}],
   * worst: {row, column, implied, ratioIfRevised} or null, ratio, limit, title}.
   *
   * A cell stands for the judgement of its row against its column. Its colour is ln(a_ij w_j / w_i):
   * how much more (or less) was said than the weights imply. The worst is ringed.
   */
  steelyard.charts.heatMap = (element, data, options) => {
    const { language } = options;
    const names = data.labels.map((label) => text(language, label.title) || label.name);
    const errors = data.cells.map((cell) => Math.log(cell.value / cell.implied));
    const largest = Math.max(Math.LN2 / 2, ...errors.map(Math.abs));
    const shade = (error) =>
      d3.interpolateRgb("#ffffff", error > 0 ? colours.more : colours.less)(
        0.75 * Math.min(1, Math.abs(error) / largest));
    const isWorst = (cell) =>
      data.worst && cell.row === data.worst.row && cell.column === data.worst.column;
    const mark = (error) => (Math.abs(error) < 5e-3 ? "=" : error > 0 ? "▲" : "▼");

    const worst = data.cells.find(isWorst);
    const title = worst
      ? say(language, "heatMapWorst", names[worst.row], names[worst.column],
        worst.text, number.digits(worst.implied))
      : say(language, "heatMapConsistent");
    const ratio = data.ratio == null
      ? say(language, "noRatio")
      : say(language, data.ratio < data.limit ? "ratioWithin" : "ratioAbove",
        number.fixed(data.ratio, 3), number.plain(data.limit, 3));
    const revised = worst && data.worst.ratioIfRevised != null
      ? say(language, "ratioRevised", number.digits(worst.implied),
        number.fixed(data.worst.ratioIfRevised, 3))
      : "";

    const draw = (svg) => {
      const count = data.labels.length;
      const left = 168;
      const size = Math.min(112, (steelyard.width - left) / count);
      const height = Math.min(46, Math.max(34, size * 0.5));
      const heads = names.map((name) => steelyard.lines(name, Math.floor(size / 5.6), 3));
      const top = 10 + 11 * d3.max(heads, (lines) => lines.length);
      names.forEach((name, index) => {
        const row = steelyard.lines(name, 28, 2);
        steelyard.stack(svg, row, left - 8,
          top + (index + 0.5) * height + 3 + (row.length - 1) * 5.5, "end");
        steelyard.stack(svg, heads[index], left + (index + 0.5) * size,
          top - 8, "middle").attr("font-size", 10);
        const own = svg.append("g").attr("class", "own")
          .attr("transform", `translate(${left + index * size},${top + index * height})`);
        own.append("rect").attr("width", size - 2).attr("height", height - 2)
          .attr("fill", "#efefef");
        own.append("text").attr("x", size / 2 - 1).attr("y", height / 2 + 3)
          .attr("text-anchor", "middle").attr("fill", colours.faint)
          .text(number.percent(data.weights[index]));
      });
      const cells = svg.selectAll("g.cell").data(data.cells).join("g").attr("class", "cell mark")
        .attr("transform", (cell) =>
          `translate(${left + cell.column * size},${top + cell.row * height})`);
      cells.append("rect").attr("width", size - 2).attr("height", height - 2)
        .attr("fill", (cell, index) => shade(errors[index]))
        .attr("stroke", colours.line)
        .attr("stroke-dasharray", (cell) => (cell.isGiven ? null : "3 2"));
      cells.append("text").attr("x", size / 2 - 1).attr("y", height / 2 - 2)
        .attr("text-anchor", "middle").attr("font-weight", 700).attr("font-size", 13)
        .text((cell, index) => `${cell.text} ${mark(errors[index])}`);
      cells.append("text").attr("x", size / 2 - 1).attr("y", height / 2 + 12)
        .attr("text-anchor", "middle").attr("font-size", 9.5)
        .text((cell) => say(language, "implied", number.digits(cell.implied)));
      cells.filter(isWorst).append("rect").attr("class", "ring").attr("x", -2).attr("y", -2)
        .attr("width", size + 2).attr("height", height + 2).attr("rx", 4)
        .attr("fill", "none").attr("stroke", colours.ink).attr("stroke-width", 2.5);
      const bottom = top + count * height + 8;
      steelyard.legend(svg, left, bottom, [
        { text: say(language, "saidMore"), draw: (group) => swatch(group, shade(largest), "▲") },
        { text: say(language, "saidLess"), draw: (group) => swatch(group, shade(-largest), "▼") },
        { text: say(language, "ownWeight"), draw: (group) => swatch(group, "#efefef", "%") },
      ]);
      return bottom + 18;
    };
    const swatch = (group, fill, sign) => {
      group.append("rect").attr("width", 24).attr("height", 13).attr("fill", fill)
        .attr("stroke", colours.line);
      group.append("text").attr("x", 12).attr("y", 10).attr("text-anchor", "middle").text(sign);
    };
    const hasCompleted = data.cells.some((cell) => !cell.isGiven);
    return steelyard.figure(element, language, {
      name: "heat-map", title, draw,
      notes: [[ratio, revised].filter((part) => part).join(" "),
        hasCompleted ? say(language, "completedCells") : ""],
      table: {
        heads: ["row", "column", "said", "impliedHead", "factor"].map((head) =>
          say(language, head)),
        numbersFrom: 2,
        rows: data.cells.map((cell) => [
          names[cell.row], names[cell.column], cell.isGiven ? cell.text : `(${cell.text})`,
          number.fixed(cell.implied, 3), number.fixed(cell.value / cell.implied, 3),
        ]),
      },
    });
  };
})();
