/** 登记异议: what the applicant says against a decision, and when it came. */
import { Form, postJson } from '../kit/kit.js';

export class ObjectionDialog {
  /**
   * @param {HTMLDialogElement} dialog
   * @param {string} path of the case in the API
   * @param {(view: object) => void} onDone is given the case as it is afterwards
   */
  constructor(dialog, path, onDone) {
    Object.assign(this, { dialog, path, onDone });
    this.form = new Form(dialog.querySelector('form'));
    this.button = dialog.querySelector('[data-send]');
    this.button.addEventListener('click', () => this.send());
    dialog.querySelector('[data-cancel]').addEventListener('click', () => dialog.close());
  }

  open() {
    this.form.field('grounds').set('');
    this.form.say(null);
    this.dialog.showModal();
    this.form.field('grounds').focus();
  }

  async send() {
    if (!(await this.form.check())) {
      return;
    }
    this.button.disabled = true;
    try {
      const view = await postJson(`${this.path}/objection`, this.form.values());
      this.dialog.close();
      this.onDone(view);
    } catch (problem) {
      this.form.showProblem(problem);
    } finally {
      this.button.disabled = false;
    }
  }
}
