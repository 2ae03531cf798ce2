// Saves what somebody writes while they write it. Nothing of it is kept in the browser but on the page itself.
const AFTER_TYPING = 3000;
const AT_MOST = 20000;
const AGAIN = [5000, 10000, 20000, 30000];

export function keepSaving(form) {
  const address = form.dataset.autosave;
  if (!address) {
    return;
  }
  const lines = [...document.querySelectorAll("[data-saved]")];
  const base = Number(form.elements._base.value);
  const questions = new Map();
  form.querySelectorAll("[data-question]").forEach((element) => {
    if (!element.parentElement.closest("[data-question]")) {
      const byHand = element.dataset.kind !== "files" && element.dataset.kind !== "picture";
      questions.set(element.dataset.question, { element, base, byHand, changes: 0, saved: 0, clash: false, refused: false });
    }
  });
  let timer = 0;
  let since = 0;
  let failures = 0;
  let running = null;
  let leaving = false;
  let submitting = false;
  let down = false;

  form.addEventListener("input", (event) => changed(event.target));
  form.addEventListener("change", (event) => changed(event.target));
  form.addEventListener("focusout", (event) => !staysInside(event) && waiting().length > 0 && save());
  form.addEventListener("submit", submit);
  document.addEventListener("visibilitychange", () => document.hidden && waiting().length > 0 && save(true));
  window.addEventListener("focus", comeBack);
  window.addEventListener("pageshow", () => (leaving = false));
  window.addEventListener("beforeunload", (event) => {
    const unsent = [...questions.values()].some((one) => one.byHand && one.changes > one.saved);
    if (!leaving && unsent) {
      event.preventDefault();
    }
  });

  function changed(element) {
    const question = outermost(element);
    if (!question) {
      return;
    }
    question.changes += 1;
    leaving = false;
    if (!question.byHand || question.clash) {
      return;
    }
    since ||= Date.now();
    plan(Math.min(AFTER_TYPING, Math.max(0, since + AT_MOST - Date.now())));
  }

  function outermost(element) {
    let found = null;
    for (let at = element.closest("[data-question]"); at; at = at.parentElement.closest("[data-question]")) {
      found = at;
    }
    return found && questions.get(found.dataset.question);
  }

  // From the day to the month of one date, nothing is done yet.
  function staysInside(event) {
    return event.relatedTarget instanceof Element && outermost(event.target) === outermost(event.relatedTarget);
  }

  function waiting() {
    return [...questions.values()].filter((one) => one.byHand && !one.clash && one.changes > one.saved);
  }

  function plan(milliseconds) {
    clearTimeout(timer);
    timer = setTimeout(save, milliseconds);
  }

  // One at a time; what comes meanwhile is sent after it.
  function save(last = false) {
    clearTimeout(timer);
    running ??= send(last === true).finally(() => {
      running = null;
    });
    return running;
  }

  async function send(last) {
    down = false;
    while (waiting().length > 0) {
      const first = waiting()[0].base;
      const group = waiting().filter((one) => one.base === first);
      const sent = new Map(group.map((one) => [one, one.changes]));
      say("Saving…");
      let answer;
      try {
        answer = await post(group, first, last);
      } catch {
        return failed();
      }
      if (!(await understood(answer, sent))) {
        return false;
      }
    }
    since = 0;
    return true;
  }

  function post(group, first, last) {
    const names = group.map((one) => one.element.dataset.question);
    const body = new URLSearchParams();
    for (const [name, value] of new FormData(form)) {
      if (names.includes(name.split(".")[0]) && typeof value === "string") {
        body.append(name, value);
      }
    }
    body.append("_base", first);
    body.append("_fields", names.join(" "));
    body.append("_key", keyFor(body.toString()));
    return fetch(address, {
      method: "POST",
      body,
      headers: { "X-Quire-Stamp": form.elements._stamp.value, Accept: "application/json" },
      keepalive: last && body.toString().length < 60000,
    });
  }

  // The same key for the same content, so that what did arrive is not saved twice.
  let lastContent = "";
  let lastKey = "";
  function keyFor(content) {
    if (content !== lastContent) {
      lastContent = content;
      lastKey = crypto.randomUUID();
    }
    return lastKey;
  }

  async function understood(answer, sent) {
    if (answer.ok) {
      failures = 0;
      took(await answer.json(), sent);
      return true;
    } else if (answer.status === 409) {
      const { conflict } = await answer.json();
      clashed(conflict ?? [], sent);
      return true;
    } else if (answer.status === 401 || answer.status === 403) {
      return (await signedInAgain()) ? true : signedOut();
    } else if (answer.status === 404 || answer.status === 422 || answer.status === 400) {
      say("Not saved. Choose “Save and continue” to see why.", true);
      return false;
    }
    return failed();
  }

  // Since the revision that was sent along, nobody else has changed any question but those that are news.
  function took(answer, sent) {
    const from = Math.min(...[...sent.keys()].map((one) => one.base));
    const news = new Set(answer.news.map((one) => one.field));
    const refused = new Set(answer.faults.map((one) => one.field));
    sent.forEach((changes, one) => {
      one.saved = changes;
      one.base = answer.revision;
      one.refused = refused.has(one.element.dataset.question);
    });
    questions.forEach((one, id) => {
      if (one.base >= from && !news.has(id) && !one.stale) {
        one.base = answer.revision;
      }
    });
    answer.news.forEach((one) => {
      questions.get(one.field).stale = true;
      note(questions.get(one.field).element, "Somebody else has changed this answer. Load the page again to see it.");
    });
    Object.entries(answer.entries).forEach(([id, names]) => rename(id, names));
    if (answer.faults.length > 0) {
      say(`${answer.words}, but not everything: ${answer.faults.map((one) => one.message).join(" ")}`, true);
    } else {
      say(answer.words);
    }
  }

  // Entries that were added here have a name of the server's now.
  function rename(id, names) {
    const entries = [...questions.get(id).element.querySelectorAll("[data-entries] > [data-entry]")];
    if (entries.length !== names.length) {
      return;
    }
    entries.forEach((entry, index) => {
      const before = entry.dataset.entry;
      const after = names[index];
      if (before === after) {
        return;
      }
      const replace = (text) => text.replaceAll(before, after);
      for (const element of [entry, ...entry.querySelectorAll("*")]) {
        for (const name of ["id", "name", "for", "aria-describedby", "aria-labelledby", "data-entry"]) {
          if (element.hasAttribute(name)) {
            element.setAttribute(name, replace(element.getAttribute(name)));
          }
        }
        if ((element.name === id || element.name === "_do") && element.value.includes(before)) {
          element.value = replace(element.value);
        }
      }
    });
  }

  function clashed(fields, sent) {
    sent.forEach((changes, one) => {
      one.saved = changes;
      one.clash = true;
    });
    fields.forEach((id) => {
      const question = questions.get(id);
      note(question.element, "This answer was changed in another place while you wrote. Both texts are kept.", form.dataset.conflicts);
    });
    say("Somebody else has changed the same answers. Yours are kept beside theirs.", true);
  }

  // What was written on after a clash is put aside as well before the page is left.
  async function leave(event) {
    const link = event.currentTarget;
    event.preventDefault();
    if (running) {
      await running;
    }
    questions.forEach((one) => {
      one.clash = false;
    });
    if (await save()) {
      leaving = true;
      location.assign(link.href);
    }
  }

  function failed() {
    down = true;
    say("Not saved – trying again", true);
    plan(AGAIN[Math.min(failures, AGAIN.length - 1)]);
    failures += 1;
    return false;
  }

  function signedOut() {
    say("You are signed out. What you wrote is still on this page.", true, "/sign-in?to=/signed-in", "Sign in again in a new tab");
    return false;
  }

  async function comeBack() {
    if (waiting().length > 0 && running === null && (await signedInAgain())) {
      save();
    }
  }

  // Somebody who has signed in again in another tab has another stamp now.
  async function signedInAgain() {
    try {
      const session = await (await fetch("/session", { headers: { "X-Quire-Unasked": "1" } })).json();
      const same = session.signedIn && session.person === form.dataset.person;
      const fresh = same && session.stamp !== form.elements._stamp.value;
      if (fresh) {
        document.querySelectorAll("[name=_stamp]").forEach((box) => (box.value = session.stamp));
      }
      return fresh;
    } catch {
      return false;
    }
  }

  // What is still unsaved is saved first; then only what was touched and could not be goes with the form, whose answer
  // says why.
  async function submit(event) {
    if (leaving) {
      return;
    }
    event.preventDefault();
    if (submitting) {
      return;
    }
    submitting = true;
    const button = event.submitter;
    await running;
    await save();
    submitting = false;
    // To leave the page now would be to lose what is written on it.
    if (down && waiting().length > 0) {
      return;
    }
    const left = [...questions.entries()].filter(([, one]) => one.changes > one.saved || one.refused);
    if (left.length > 0) {
      form.elements._base.value = left[0][1].base;
    } else {
      form.elements._base.value = Math.max(...[...questions.values()].map((one) => one.base), base);
    }
    // A page may be left and come back to, with this box as it was.
    form.querySelectorAll("input[name=_fields]").forEach((box) => box.remove());
    hidden("_fields", left.map(([id]) => id).join(" "));
    leaving = true;
    // A browser ignores this while it is still busy with the press of the button, as when there was nothing to wait for.
    setTimeout(() => form.requestSubmit(button));
  }

  function hidden(name, value) {
    const box = document.createElement("input");
    box.type = "hidden";
    box.name = name;
    box.value = value;
    form.prepend(box);
  }

  function note(element, words, href) {
    let line = element.querySelector(":scope > .quire-note");
    if (!line) {
      line = document.createElement("p");
      line.className = "quire-note";
      element.prepend(line);
    }
    line.textContent = words;
    if (href) {
      const link = document.createElement("a");
      link.href = href;
      link.className = "govuk-link";
      link.textContent = "See both";
      link.addEventListener("click", leave);
      line.append(" ", link);
    }
  }

  // Told once, not with every save: the line is read out only when its words change.
  function say(words, bad = false, href, text) {
    lines.forEach((line) => {
      if (line.dataset.words === words) {
        return;
      }
      line.dataset.words = words;
      line.textContent = words;
      line.classList.toggle("quire-saved--not", bad);
      if (href) {
        const link = document.createElement("a");
        link.href = href;
        link.target = "_blank";
        link.className = "govuk-link";
        link.textContent = text;
        line.append(" ", link);
      }
    });
  }
}
