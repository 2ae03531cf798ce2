// What a browser adds to the pages. Each page works without it.
import { initAll } from "./govuk-frontend.min.js";
import { watchProgress } from "./progress.js";
import { keepSaving } from "./writing.js";

document.body.classList.add("js-enabled", "govuk-frontend-supported");
initAll();
document.querySelectorAll("form[data-answers]").forEach(start);
document.querySelectorAll("[data-progress]").forEach(watchProgress);

function start(form) {
  form.querySelectorAll("[data-repeat]").forEach((repeat) => watchRepeat(repeat, form));
  form.addEventListener("input", () => showAndHide(form));
  form.addEventListener("change", () => showAndHide(form));
  form.addEventListener("input", (event) => grow(event.target));
  form.querySelectorAll("textarea.quire-grows").forEach(grow);
  showAndHide(form);
  keepSaving(form);
}

// Text areas grow with their text; newer browsers do it by themselves.
function grow(area) {
  if (area.matches("textarea.quire-grows") && !CSS.supports("field-sizing", "content")) {
    area.style.height = "auto";
    area.style.height = `${area.scrollHeight + 4}px`;
  }
}

// Questions with a condition. Hiding one can hide those that look at it, so this goes on until nothing changes.
function showAndHide(form) {
  const conditional = [...form.querySelectorAll("[data-show-if]")];
  for (let round = 0; round <= conditional.length; round++) {
    const changed = conditional.filter((question) => {
      const hidden = !holds(JSON.parse(question.dataset.showIf), question, form);
      const changes = question.hidden !== hidden;
      question.hidden = hidden;
      return changes;
    });
    if (changed.length === 0) {
      break;
    }
  }
  const seen = [...form.querySelectorAll("[data-question]")].filter((question) => !question.closest("[hidden]"));
  form.querySelector("[data-seen]").value = [...new Set(seen.map((question) => question.dataset.question))].join(" ");
}

function holds(condition, place, form) {
  if ("known" in condition) {
    return condition.known;
  } else if (condition.all) {
    return condition.all.every((part) => holds(part, place, form));
  } else if (condition.any) {
    return condition.any.some((part) => holds(part, place, form));
  } else if (condition.not) {
    return !holds(condition.not, place, form);
  }
  return test(condition, answerTo(condition.field, place, form));
}

function test(condition, answer) {
  if ("answered" in condition) {
    return (answer !== null) === condition.answered;
  } else if ("is_not" in condition) {
    return !same(answer, condition.is_not);
  } else if ("is" in condition) {
    return same(answer, condition.is);
  } else if ("in" in condition) {
    return condition.in.some((one) => same(answer, one));
  } else if ("includes" in condition) {
    return Array.isArray(answer) && answer.includes(condition.includes);
  }
  const operand = "gt" in condition ? condition.gt : condition.lt;
  if (answer === null || typeof answer !== typeof operand || answer === operand) {
    return false;
  }
  return "gt" in condition ? answer > operand : answer < operand;
}

function same(answer, operand) {
  return answer !== null && answer === operand;
}

// The answer as the server will read it; null where the question is hidden or not answered.
function answerTo(field, place, form) {
  const nearest = place.closest("[data-entry]")?.querySelector(`[data-question="${field}"]`);
  const question = nearest ?? form.querySelector(`[data-question="${field}"]`);
  if (!question || question.closest("[hidden]")) {
    return null;
  }
  const boxes = [...question.querySelectorAll("input:not([type=hidden]), textarea")];
  const text = boxes.length > 0 ? boxes[0].value.trim() : "";
  switch (question.dataset.kind) {
    case "yesno": {
      const chosen = boxes.find((box) => box.checked);
      return chosen ? chosen.value === "true" : null;
    }
    case "choice":
      return boxes.find((box) => box.checked)?.value ?? null;
    case "choices": {
      const chosen = boxes.filter((box) => box.checked).map((box) => box.value);
      return chosen.length > 0 ? chosen : null;
    }
    case "number":
      return text === "" || Number.isNaN(Number(text)) ? null : Number(text);
    case "date": {
      const [day, month, year] = boxes.map((box) => box.value.trim());
      return day && month && year ? `${year}-${month.padStart(2, "0")}-${day.padStart(2, "0")}` : null;
    }
    case "repeat":
      return question.querySelector("[data-entry]") || boxes.some((box) => box.checked) ? true : null;
    case "files":
    case "picture":
      return question.querySelector("input[type=hidden]") ? true : text || null;
    default:
      return text || null;
  }
}

// Entries that can be added, removed and moved in place. What is removed can be put back until the page is left.
function watchRepeat(repeat, form) {
  const entries = repeat.querySelector("[data-entries]");
  const template = repeat.querySelector("template");
  const status = repeat.querySelector("[data-status]");
  if (!template) {
    return;
  }
  let added = 0;

  repeat.addEventListener("click", (event) => {
    const button = event.target.closest("button");
    const entry = button?.closest("[data-entry]");
    if (button?.matches("[data-add]")) {
      event.preventDefault();
      add();
    } else if (entry && button.matches("[data-remove]")) {
      event.preventDefault();
      remove(entry);
    } else if (entry && button.matches("[data-up], [data-down]")) {
      event.preventDefault();
      move(entry, button.matches("[data-up]"));
    }
  });

  function add() {
    added += 1;
    const copy = document.createElement("div");
    copy.innerHTML = template.innerHTML.replaceAll("new-entry", `new${Date.now()}x${added}`);
    const entry = copy.firstElementChild;
    entries.append(entry);
    initAll({ scope: entry });
    renumber();
    entry.querySelector("[tabindex='-1']").focus();
  }

  function remove(entry) {
    const name = nameOf(entry);
    const next = entry.nextSibling;
    entry.remove();
    renumber();
    say(`${name} removed. `);
    const undo = document.createElement("button");
    undo.type = "button";
    undo.className = "quire-link";
    undo.textContent = "Undo";
    undo.addEventListener("click", () => {
      entries.insertBefore(entry, next?.parentNode === entries ? next : null);
      renumber();
      say(`${nameOf(entry)} is back.`);
      entry.querySelector("[tabindex='-1']").focus();
    });
    status.append(undo);
    undo.focus();
  }

  function move(entry, up) {
    const other = up ? entry.previousElementSibling : entry.nextElementSibling;
    if (other) {
      other[up ? "before" : "after"](entry);
      renumber();
      say(`Moved to place ${entry.querySelector("[data-number]").textContent}.`);
      entry.querySelector("[tabindex='-1']").focus();
    }
  }

  function renumber() {
    const all = [...entries.querySelectorAll(":scope > [data-entry]")];
    all.forEach((entry, index) => {
      entry.querySelectorAll("[data-number]").forEach((number) => (number.textContent = index + 1));
      entry.querySelector("[data-up]").hidden = index === 0;
      entry.querySelector("[data-down]").hidden = index === all.length - 1;
    });
    const none = repeat.querySelector("[data-none]");
    if (none) {
      none.hidden = all.length > 0;
      none.querySelector("input").checked &&= all.length === 0;
    }
    const button = repeat.querySelector("[data-add]");
    if (button) {
      button.hidden = all.length >= Number(repeat.dataset.most);
    }
    entries.dispatchEvent(new Event("change", { bubbles: true }));
  }

  function nameOf(entry) {
    const number = entry.querySelector("[data-number]").textContent;
    return `${entry.querySelector("[data-heading]").textContent} ${number}`;
  }

  function say(words) {
    status.textContent = words;
  }
}
