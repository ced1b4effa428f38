/// What the page does: shows the consistency as one answers, saves the answers, and takes saved ones up.
///
/// It has its own arithmetic, which tests hold against the library's on the page itself.
enum QuestionnaireScript {
  static let text = #"""
    "use strict";
    (() => {
      const data = JSON.parse(document.getElementById("questionnaire").textContent);
      const root = document.documentElement;
      const name = document.getElementById("name");
      let unsaved = false;

      // Languages

      const text = (en, zh) => {
        const parts = [["en", en], ["zh", zh]].map(([language, words]) => {
          const span = document.createElement("span");
          span.lang = language;
          span.textContent = words;
          return span;
        });
        const both = document.createDocumentFragment();
        both.append(...parts);
        return both;
      };
      const element = (tag, ...content) => {
        const made = document.createElement(tag);
        made.append(...content);
        return made;
      };
      const buttons = [...document.querySelectorAll(".languages button")];
      const show = (language) => {
        root.dataset.language = root.lang = language;
        for (const button of buttons) {
          button.setAttribute("aria-pressed", String(button.dataset.language === language));
        }
      };
      for (const button of buttons) {
        button.addEventListener("click", () => show(button.dataset.language));
      }
      show(root.dataset.language);

      // Arithmetic

      const sum = (numbers) => numbers.reduce((total, number) => total + number, 0);
      const times = (matrix, vector) =>
        matrix.map((row) => sum(row.map((entry, column) => entry * vector[column])));
      const normalised = (vector) => {
        const total = sum(vector);
        return vector.map((number) => number / total);
      };
      const geometricMeans = (matrix) => normalised(matrix.map((row) =>
        Math.exp(sum(row.map(Math.log)) / row.length)));
      const eigenvector = (matrix) => {
        let vector = geometricMeans(matrix);
        for (let round = 0; round < 10000; round += 1) {
          const next = normalised(times(matrix, vector));
          const change = Math.max(...next.map((number, row) => Math.abs(number / vector[row] - 1)));
          vector = next;
          if (change < 1e-15) break;
        }
        return vector;
      };
      // One or two things are always consistent.
      const analysed = (set, matrix) => {
        const size = matrix.length;
        const weights = set.method === "geometric-mean" ? geometricMeans(matrix) : eigenvector(matrix);
        if (size < 3) return { weights, lambda: size, ratio: 0, worst: [] };
        const quotients = times(matrix, weights).map((number, row) => number / weights[row]);
        const lambda = Math.max(sum(quotients) / size, size);
        const ratio = set.randomIndex ? (lambda - size) / (size - 1) / set.randomIndex : null;
        return { weights, lambda, ratio, worst: worst(matrix, weights) };
      };
      // The three judgements farthest from what the weights imply, the first in reading order of equals.
      const worst = (matrix, weights) => {
        let left = [];
        for (let row = 0; row < matrix.length; row += 1) {
          for (let column = row + 1; column < matrix.length; column += 1) {
            const error = matrix[row][column] * (weights[column] / weights[row]);
            const factor = Math.max(error, 1 / error);
            const implied = weights[row] / weights[column];
            if (factor > 1 + 1e-12) left.push({ row, column, factor, implied });
          }
        }
        const found = [];
        while (left.length && found.length < 3) {
          const most = Math.max(...left.map((judgement) => judgement.factor));
          const next = left.find((judgement) => judgement.factor >= most * (1 - 1e-12));
          found.push(next);
          left = left.filter((judgement) => judgement !== next);
        }
        return found;
      };

      // Answers

      const field = (number, row, column) =>
        document.getElementById(`pair-${number}-${row}-${column}`);
      const pairs = (set) => set.items.flatMap((_, row) =>
        set.items.slice(row + 1).map((_, offset) => [row, row + 1 + offset]));
      const answer = (number, row, column) =>
        field(number, row, column).querySelector("input:checked")?.value ?? null;
      const value = (written) =>
        written.startsWith("1/") ? 1 / Number(written.slice(2)) : Number(written);
      const matrixOf = (set, number) => {
        const matrix = set.items.map(() => set.items.map(() => 1));
        for (const [row, column] of pairs(set)) {
          const written = answer(number, row, column);
          if (written === null) return null;
          matrix[row][column] = value(written);
          matrix[column][row] = written.startsWith("1/") ? Number(written.slice(2)) : 1 / value(written);
        }
        return matrix;
      };
      const shown = (number) => number >= 1
        ? String(Math.round(number * 10) / 10) : `1/${Math.round(10 / number) / 10}`;

      // What stands under a section

      const update = (number) => {
        const set = data.sets[number];
        const box = document.querySelector(`#set-${number} .result`);
        const all = pairs(set);
        const count = all.filter(([row, column]) => answer(number, row, column) !== null).length;
        for (const [row, column] of all) field(number, row, column).classList.remove("worst");
        box.replaceChildren();
        box.className = "result";
        for (const key of Object.keys(box.dataset)) delete box.dataset[key];
        const matrix = matrixOf(set, number);
        if (matrix === null) {
          box.append(element("p", text(
            `${count} of ${all.length} pairs answered; the consistency is shown when all are.`,
            `已回答 ${count} / ${all.length} 对；全部回答后显示一致性。`)));
          return count;
        }
        const analysis = analysed(set, matrix);
        box.dataset.weights = JSON.stringify(analysis.weights);
        box.dataset.lambda = String(analysis.lambda);
        if (analysis.ratio !== null) box.dataset.ratio = String(analysis.ratio);
        box.dataset.worst = JSON.stringify(analysis.worst);
        const isBad = analysis.ratio !== null && analysis.ratio >= set.maximumRatio;
        if (isBad) box.classList.add("bad");
        box.append(verdict(set, analysis, isBad), weightTable(set, analysis.weights));
        if (analysis.worst.length) box.append(...worstList(set, number, analysis.worst, isBad));
        return count;
      };
      const verdict = (set, analysis, isBad) => {
        if (analysis.ratio === null) {
          return element("p", text(
            "There is no random index for so many things, so the consistency ratio is not known.",
            "项数过多，没有相应的随机一致性指标，无法计算一致性比率。"));
        }
        const ratio = analysis.ratio.toFixed(4);
        return element("p", element("strong", isBad
          ? text(`Consistency ratio ${ratio}, not below ${set.maximumRatio}: please look again at the `
            + "judgements below.", `一致性比率 ${ratio}，未低于 ${set.maximumRatio}：请再看看下列判断。`)
          : text(`Consistency ratio ${ratio}, below ${set.maximumRatio}: consistent enough.`,
            `一致性比率 ${ratio}，低于 ${set.maximumRatio}：一致性可以接受。`)));
      };
      const weightTable = (set, weights) => {
        const rows = set.items.map((item, index) => {
          const meter = element("meter");
          meter.value = weights[index];
          const share = element("td", `${(100 * weights[index]).toFixed(1)}%`);
          share.className = "number";
          return element("tr", element("td", text(item.en, item.zh)), share, element("td", meter));
        });
        return element("table", element("tbody", ...rows));
      };
      const worstList = (set, number, found, isBad) => {
        const items = found.map(({ row, column, implied }) => {
          if (isBad) field(number, row, column).classList.add("worst");
          const [left, right] = [set.items[row], set.items[column]];
          const given = answer(number, row, column);
          return element("li", text(
            `${left.en} : ${right.en} — you say ${given}, your other answers imply ${shown(implied)}`,
            `${left.zh} ： ${right.zh}——您的判断是 ${given}，其余判断推得 ${shown(implied)}`));
        });
        return [
          element("p", text("Farthest from the rest of your answers:", "与其余判断相差最大的：")),
          element("ol", ...items),
        ];
      };
      const updateAll = () => {
        const counts = data.sets.map((_, number) => update(number));
        const total = sum(data.sets.map((set) => pairs(set).length));
        document.getElementById("progress").replaceChildren(text(
          `${sum(counts)} of ${total} pairs answered`, `共 ${total} 对，已回答 ${sum(counts)} 对`));
        return [sum(counts), total];
      };

      // Saving

      const say = (en, zh) => document.getElementById("message").replaceChildren(text(en, zh));
      const cell = (words) => {
        // What spreadsheets would take for a formula gets an apostrophe.
        const harmless = /^'*[=+\-@＝＋－＠\t\r]/u.test(words) ? `'${words}` : words;
        return /[",;\n\r\t]/.test(harmless) ? `"${harmless.replaceAll('"', '""')}"` : harmless;
      };
      // Judgements below 1 are turned round: spreadsheets take 1/3 for a date.
      const rows = (who) => data.sets.flatMap((set, number) => pairs(set)
        .filter(([row, column]) => answer(number, row, column) !== null)
        .map(([row, column]) => {
          const given = answer(number, row, column);
          const [one, other] = given.startsWith("1/") ? [column, row] : [row, column];
          return [who, set.items[one].name, set.items[other].name, given.replace("1/", ""), "1", set.name];
        }));
      const save = () => {
        const who = name.value.trim();
        if (!who) {
          say("Please write your name first.", "请先填写姓名。");
          name.focus();
          return;
        }
        const [count, total] = updateAll();
        if (count === 0) {
          say("Nothing is answered yet.", "尚未回答任何问题。");
          return;
        }
        const lines = [["respondent", "row", "column", "judgement", "weight", "set"], ...rows(who)];
        const csv = "\uFEFF" + lines.map((line) => line.map(cell).join(",") + "\r\n").join("");
        const link = document.createElement("a");
        link.href = URL.createObjectURL(new Blob([csv], { type: "text/csv;charset=utf-8" }));
        link.download = `${data.policy}-${who}.csv`.replace(/[\\/:*?"<>|\s]+/g, "-");
        link.click();
        setTimeout(() => URL.revokeObjectURL(link.href), 60000);
        unsaved = false;
        say(`Saved ${count} of ${total} answers as ${link.download}. Please return that file.`,
          `已将 ${count} / ${total} 个答案保存为 ${link.download}，请交回该文件。`);
      };

      // Going on from a saved file

      const parsed = (csv) => {
        const lines = [[]];
        const pattern = /("(?:[^"]|"")*"|[^",\r\n]*)(,|\r?\n|$)/gy;
        for (let match = pattern.exec(csv); match; match = pattern.exec(csv)) {
          const words = match[1].startsWith('"')
            ? match[1].slice(1, -1).replaceAll('""', '"') : match[1];
          lines.at(-1).push(words.trim().replace(/^'(?='*[=+\-@＝＋－＠])/u, ""));
          if (match[2] === "" || pattern.lastIndex >= csv.length) break;
          if (match[2] !== ",") lines.push([]);
        }
        return lines.filter((line) => line.some((words) => words));
      };
      const take = (csv) => {
        const [header, ...lines] = parsed(csv.replace(/^\uFEFF/, ""));
        const at = (line, column) => line[(header ?? []).indexOf(column)] ?? "";
        let taken = 0;
        for (const line of lines) {
          const number = data.sets.findIndex((set) => set.name === at(line, "set"));
          const place = (column) => (data.sets[number]?.items ?? [])
            .findIndex((item) => item.name === at(line, column));
          const [row, column] = [place("row"), place("column")];
          if (row < 0 || column < 0 || row === column) continue;
          const written = at(line, "judgement");
          const turned = written.startsWith("1/") || written === "1" ? written.replace("1/", "") : `1/${written}`;
          const choice = field(number, Math.min(row, column), Math.max(row, column))
            .querySelector(`input[value="${CSS.escape(row < column ? written : turned)}"]`);
          if (!choice) continue;
          choice.checked = true;
          name.value = at(line, "respondent") || name.value;
          taken += 1;
        }
        updateAll();
        say(`${taken} of ${lines.length} answers of the file were taken over.`,
          `文件中 ${lines.length} 个答案，已载入 ${taken} 个。`);
      };

      // Events

      document.querySelector("main").addEventListener("change", () => {
        unsaved = true;
        updateAll();
      });
      for (const button of document.querySelectorAll(".clear")) {
        button.addEventListener("click", () => {
          const set = document.getElementById(button.dataset.pair);
          for (const input of set.querySelectorAll("input:checked")) input.checked = false;
          unsaved = true;
          updateAll();
          set.querySelector("input").focus();
        });
      }
      document.getElementById("save").addEventListener("click", save);
      document.getElementById("print").addEventListener("click", () => window.print());
      document.getElementById("file").addEventListener("change", async (event) => {
        const [file] = event.target.files;
        if (file) take(await file.text());
        event.target.value = "";
      });
      window.addEventListener("beforeunload", (event) => {
        if (unsaved) event.preventDefault();
      });
      // A browser that keeps forms over a reload would show answers of somebody else.
      for (const input of document.querySelectorAll("input")) {
        if (input.type === "radio") input.checked = false;
        else input.value = "";
      }
      updateAll();
    })();
    """#
}
