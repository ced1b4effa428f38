"use strict";
// What is paid before and after a change, and by which steps.
(() => {
  const { say, text, number, colours } = steelyard;

  /**
   * data: {unit, before, after, budgetBefore, budgetAfter, gained, lost, gaining, losing, unchanged,
   * parts: [{title, change}]}; budgets may be null. With parts the steps are theirs, else what some gain
   * and others lose.
   */
  steelyard.charts.payroll = (element, data, options) => {
    const { language } = options;
    const unit = text(language, data.unit);
    const change = data.after - data.before;
    const title = change === 0
      ? say(language, "paySame", number.money(data.before), unit)
      : say(language, change > 0 ? "payRises" : "payFalls", number.money(Math.abs(change)),
        unit, data.before ? number.percent(Math.abs(change / data.before)) : "–");
    const steps = data.parts.length > 0
      ? data.parts.map((part) => ({ name: text(language, part.title), change: part.change }))
      : [{ name: say(language, "gain", number.count(data.gaining)), change: data.gained },
        { name: say(language, "lose", number.count(data.losing)), change: -data.lost }];
    const budget = data.budgetAfter == null ? data.budgetBefore : data.budgetAfter;
    const width = options.width || steelyard.width;

    const draw = (svg) => {
      const left = Math.min(210, 0.34 * width), right = width - Math.min(120, 0.19 * width);
      const step = 30, top = 20;
      let level = data.before;
      const bars = [{ name: say(language, "payBefore"), from: 0, to: data.before, kind: "total" }];
      for (const one of steps) {
        bars.push({ name: one.name, from: level, to: level + one.change, kind: "step",
          change: one.change });
        level += one.change;
      }
      bars.push({ name: say(language, "payAfter"), from: 0, to: data.after, kind: "after" });
      const ends = bars.slice(1, -1).flatMap((bar) => [bar.from, bar.to])
        .concat(data.before, data.after);
      const largest = Math.max(...ends, budget == null ? 0 : budget, 0);
      const spread = Math.max(...ends) - Math.min(...ends);
      // Steps that would be slivers beside the totals are told from a later start of the axis.
      const isCut = Math.min(...ends) > 0 && spread < 0.12 * largest;
      const start = isCut ? Math.max(0, Math.min(...ends) - 2 * Math.max(spread, 0.01 * largest))
        : Math.min(0, ...ends);
      const end = isCut ? Math.max(...ends) + Math.max(spread, 0.01 * largest)
        : largest;
      const scale = d3.scaleLinear().domain([start, end]).range([left, right]).clamp(true);
      const hatching = steelyard.hatching(svg, colours.less, steelyard.partIdentity("less", options));
      const isInside = budget != null && budget <= end && budget >= start;
      const ticks = scale.ticks(Math.min(5, Math.floor((right - left) / 75)));
      const bottom = top + bars.length * step;
      svg.append("g").selectAll("line").data(ticks).join("line").attr("x1", scale)
        .attr("x2", scale).attr("y1", top - 4).attr("y2", bottom).attr("stroke", colours.line)
        .attr("stroke-width", 0.6);
      svg.append("g").selectAll("text").data(ticks).join("text").attr("x", scale)
        .attr("y", bottom + 12).attr("text-anchor", "middle").attr("fill", colours.faint)
        .text((tick) => number.money(tick));
      bars.forEach((bar, index) => {
        const y = top + index * step;
        const row = svg.append("g").attr("class", "mark");
        const [low, high] = [Math.min(bar.from, bar.to), Math.max(bar.from, bar.to)].map(scale);
        row.append("text").attr("x", left - 8).attr("y", y + 15).attr("text-anchor", "end")
          .attr("font-weight", bar.kind === "step" ? 400 : 700)
          .text(steelyard.short(bar.name, Math.min(34, Math.floor((left - 8) / 5.8))));
        row.append("rect").attr("x", low).attr("y", y).attr("width", Math.max(1, high - low))
          .attr("height", 20)
          .attr("fill", bar.kind === "total" ? colours.baseline
            : bar.kind === "after" ? options.after || colours.ink
              : bar.change < 0 ? hatching : colours.more)
          .attr("stroke", bar.change < 0 ? colours.less : "none");
        const words = bar.kind === "step" ? number.signed(bar.change, Number.isInteger(bar.change) ? 0 : 2)
          : number.money(bar.to);
        // Where the budget's line would cross the number, the number stands behind it.
        const place = high + 6, line = options.after && isInside ? scale(budget) : -1;
        row.append("text").attr("y", y + 15).attr("font-weight", 700).text(words)
          .attr("x", line > place - 4 && line < place + 7 * words.length ? line + 5 : place);
        if (isCut && bar.kind !== "step") {
          row.append("path").attr("d", `M${left + 6},${y - 2}l5,8l-5,8l5,8`).attr("fill", "none")
            .attr("stroke", "#fff").attr("stroke-width", 3);
        }
      });
      if (isInside) {
        svg.append("line").attr("class", "budget").attr("x1", scale(budget))
          .attr("x2", scale(budget)).attr("y1", top - 6).attr("y2", bottom)
          .attr("stroke", colours.ink).attr("stroke-width", 1.6).attr("stroke-dasharray", "6 3");
        svg.append("text").attr("x", scale(budget)).attr("y", 10).attr("text-anchor", "middle")
          .attr("font-weight", 700).text(say(language, "budgetIs", number.money(budget)));
      }
      steelyard.axisTitle(svg, left - 32, bottom + 12, options, unit);
      return bottom + 18;
    };
    const over = budget != null && data.after > budget
      ? say(language, "overBudget", number.money(data.after - budget), unit)
      : budget != null
        ? say(language, "underBudget", number.money(budget - data.after), unit) : "";
    return steelyard.figure(element, language, {
      name: "payroll", title, draw, width, remark: over,
      notes: [say(language, "payNote", unit, number.count(data.gaining),
        number.count(data.losing), number.count(data.unchanged))],
      table: {
        heads: [say(language, "step"), `${say(language, "amount")} (${unit})`],
        rows: [[say(language, "payBefore"), number.money(data.before)],
          ...steps.map((one) => [one.name, number.signed(one.change, 2)]),
          [say(language, "payAfter"), number.money(data.after)],
          ...(budget == null ? [] : [[say(language, "budget"), number.money(budget)]])],
      },
    });
  };
})();
