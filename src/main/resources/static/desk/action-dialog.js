/** What a person does about a case beside its tasks: a dialog with a form that is sent to one endpoint of the case. */
import { Form, postJson } from '../kit/kit.js';

export class ActionDialog {
  /**
   * @param {HTMLDialogElement} dialog its fields are sent as they are named; those marked data-cleared are emptied first,
   *     the others keep what was typed
   * @param {string} endpoint of the API
   * @param {(view: object) => void} onDone is given the case as it is afterwards
   */
  constructor(dialog, endpoint, onDone) {
    Object.assign(this, { dialog, endpoint, onDone });
    this.form = new Form(dialog.querySelector('form'));
    this.button = dialog.querySelector('[data-send]');
    this.button.addEventListener('click', () => this.send());
    dialog.querySelector('[data-cancel]').addEventListener('click', () => dialog.close());
  }

  open() {
    this.form.fields.forEach((field) => {
      if ('cleared' in field.host.dataset) {
        field.set('');
      }
      field.show(null);
    });
    this.form.say(null);
    this.form.adapt();
    this.dialog.showModal();
    this.form.fields.find((field) => field.active() && field.value() === null)?.focus();
  }

  /** What is sent: the fields as they are named, unless a dialog makes something else of them. */
  body() {
    return this.form.values();
  }

  async send() {
    if (!(await this.form.check())) {
      return;
    }
    this.button.disabled = true;
    try {
      const view = await postJson(this.endpoint, this.body());
      this.dialog.close();
      this.onDone(view);
    } catch (problem) {
      this.form.showProblem(problem);
    } finally {
      this.button.disabled = false;
    }
  }
}
