/** A dialog for one act on a clock: what the person writes is checked, sent, and told at the fields if it is refused. */
import { Form, showFacts } from '../kit/kit.js';

/** What the API takes as a number or a truth value. */
const READ = { workingDays: Number, approved: (text) => text === 'true' };

export class ClockDialog {
  /** @param {HTMLDialogElement} node */
  constructor(node) {
    this.node = node;
    this.form = new Form(node.querySelector('form'));
    this.button = node.querySelector('[data-send]');
    this.button.addEventListener('click', () => this.send());
    node.querySelector('[data-cancel]').addEventListener('click', () => node.close());
  }

  /**
   * @param {object} model what the dialog shows beside its fields
   * @param {(order: object) => Promise<() => void>} act sends the order; what it resolves to is called once the dialog is closed
   */
  open(model, act) {
    this.act = act;
    showFacts(this.node, model);
    this.form.fields.forEach((field) => field.set(''));
    this.form.adapt();
    this.form.say(null);
    this.node.showModal();
    this.form.fields[0].focus();
  }

  async send() {
    if (!(await this.form.check())) {
      return;
    }
    this.button.disabled = true;
    try {
      const then = await this.act(this.order());
      this.node.close();
      await then();
    } catch (problem) {
      this.form.showProblem(problem);
    } finally {
      this.button.disabled = false;
    }
  }

  order() {
    return Object.fromEntries(Object.entries(this.form.values()).map(([name, value]) => [name, READ[name] ? READ[name](value) : value]));
  }
}
