/**
 * A question to the rules: the clerk chooses the matter, then sees only those facts that still bear upon the answer. The
 * rules are asked after every change; they name what they need, or answer.
 */
import { fieldOf } from './declared.js';
import { element } from './elements.js';
import { getJson, postJson } from './http.js';

/** Makes a form with a field {@code family} and elements data-question-facts and data-answer ask the rules. */
export function question(form) {
  return new Question(form);
}

class Question {
  constructor(form) {
    this.form = form;
    this.room = form.root.querySelector('[data-question-facts]');
    this.panel = form.root.querySelector('[data-answer]');
    this.declared = [];
    this.asked = 0;
    this.more = this.offerMore();
    form.root.addEventListener('change', (event) => this.onChange(event));
    this.say('请先选择事项。');
    this.start();
  }

  /** The enquiry as the server takes it. */
  body({ family, note, pool, ...facts }) {
    return { family, note, pool, facts };
  }

  async start() {
    try {
      const [families, me] = await Promise.all([getJson('/api/decisions'), getJson('/api/me')]);
      this.form.field('family').offer(families.map(({ name, label }) => [name, label]));
      this.form.root.querySelector('[data-several-pools]').hidden = Object.keys(me.roles).length < 2;
    } catch (problem) {
      this.form.showProblem(problem);
    }
  }

  async onChange(event) {
    if (event.target.closest('[data-field="family"]')) {
      await this.choose(this.form.field('family').value());
    } else if (this.room.contains(event.target)) {
      await this.ask();
    }
  }

  /** Facts whose being empty says something of its own are never asked for; whoever has one to state takes it from here. */
  offerMore() {
    const more = element('button', { type: 'button', class: 'btn btn-link', hidden: true }, '还有别的事实要说明');
    more.addEventListener('click', () => {
      more.hidden = true;
      this.optional().forEach(({ name }) => (this.form.field(name).host.hidden = false));
    });
    this.room.after(more);
    return more;
  }

  optional() {
    return this.declared.filter(({ whenEmpty }) => whenEmpty === 'NONE');
  }

  /** Shows the facts that every question on this matter must state. */
  async choose(family) {
    this.declared = [];
    this.more.hidden = true;
    this.form.replaceFields(this.room, []);
    if (!family) {
      this.say('请先选择事项。');
      return;
    }
    const turn = this.turn();
    try {
      const description = await getJson(`/api/decisions/${encodeURIComponent(family)}`);
      if (turn !== this.asked) {
        return;
      }
      this.declared = description.facts;
      this.more.hidden = this.optional().length === 0;
      this.form.replaceFields(this.room, this.declared.map((fact) => fieldOf(fact, fact.whenEmpty === 'REQUIRED')));
      this.reveal([]);
      this.say('请填写已知的事实；还影响结论的事实会接着列出。');
    } catch (problem) {
      this.form.showProblem(problem);
    }
  }

  /** Asks with what is known so far. */
  async ask() {
    const turn = this.turn();
    await Promise.all(this.fields().map((field) => field.settle()));
    const { family, facts } = this.body(this.form.values());
    try {
      const { answer, open } = await postJson(`/api/decisions/${encodeURIComponent(family)}/probe`, facts);
      if (turn === this.asked) {
        this.reveal(open.filter(isMissing).map(({ field }) => field));
        answer ? this.show(answer) : this.showOpen(open);
      }
    } catch (problem) {
      this.say(problem.message);
    }
  }

  /** What keeps the rules from answering. */
  showOpen(open) {
    const wrong = open.filter((violation) => !isMissing(violation));
    wrong.forEach(({ field, message }) => this.form.field(field)?.show(message));
    const missing = open.filter(isMissing).map(({ field }) => this.form.field(field)?.label || field);
    this.say(wrong.length ? `有 ${wrong.length} 处需要更正。` : `还需要：${missing.join('、')}。`);
  }

  show(answer) {
    const [conclusion, ...reasons] = answer.sentences;
    this.panel.replaceChildren(
      element('p', { class: 'yb-conclusion' }, conclusion),
      ...reasons.map((sentence) => element('p', {}, sentence))
    );
  }

  /** Shows what must be stated, what is stated, and what the rules ask for; all else is out of the way. */
  reveal(needed) {
    this.declared.forEach(({ name, whenEmpty }) => {
      const field = this.form.field(name);
      const taken = whenEmpty === 'NONE' && this.more.hidden;
      const wanted = whenEmpty === 'REQUIRED' || taken || needed.includes(name) || field.value() !== null;
      field.host.hidden = !wanted && !field.host.contains(document.activeElement);
    });
  }

  fields() {
    return this.declared.map(({ name }) => this.form.field(name));
  }

  turn() {
    this.asked += 1;
    return this.asked;
  }

  say(sentence) {
    this.panel.replaceChildren(element('p', { class: 'yb-none' }, sentence));
  }
}

function isMissing({ value }) {
  return value === null || value === undefined;
}
