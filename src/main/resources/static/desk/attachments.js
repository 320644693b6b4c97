/** 附件: the scanned materials of a case, listed, opened and added. */
import { element } from '../kit/elements.js';
import { address, postForm } from '../kit/http.js';
import { shown } from '../kit/words.js';

export class Attachments {
  /**
   * @param {HTMLElement} host with a list [data-attached] and a form [data-attach]
   * @param {string} path of the attachments in the API
   * @param {(view: object) => void} onAdded is given the case as it is afterwards
   */
  constructor(host, path, onAdded) {
    Object.assign(this, { host, path, onAdded });
    this.form = host.querySelector('[data-attach]');
    this.said = host.querySelector('[data-said]');
    this.chosen = host.querySelector('[data-chosen]');
    this.form.elements.file.addEventListener('change', () => this.showChosen());
    this.showChosen();
    this.form.addEventListener('submit', (event) => {
      event.preventDefault();
      this.add();
    });
  }

  show(view) {
    const rows = view.attachments.map((file) =>
      element(
        'li',
        {},
        element('a', { href: address(`${this.path}/${file.id}`), download: file.fileName }, `${file.materialTitle}：${file.fileName}`),
        element('span', { class: 'yb-hint' }, ` ${file.kilobytes} KB，${file.addedByName}，${shown(file.addedAt, 'time')}`)
      )
    );
    this.host.querySelector('[data-attached]').replaceChildren(...(rows.length ? rows : [element('li', { class: 'yb-none' }, '还没有附件。')]));
    this.form.hidden = !view.attachable;
    this.form.elements.material.replaceChildren(
      ...view.materials.map((material) => element('option', { value: material.code }, `${material.title}（不超过 ${material.largestMegabytes} MB）`))
    );
  }

  showChosen() {
    this.chosen.textContent = this.form.elements.file.files[0]?.name || 'PDF、JPEG 或 PNG';
  }

  async add() {
    const file = this.form.elements.file.files[0];
    this.said.textContent = '';
    if (!file) {
      this.said.textContent = '请先选择文件。';
      return;
    }
    const button = this.form.querySelector('button');
    button.disabled = true;
    this.said.textContent = '正在上传…';
    try {
      const view = await postForm(this.path, { material: this.form.elements.material.value, file });
      this.form.reset();
      this.showChosen();
      this.said.textContent = '附件已收存。';
      this.onAdded(view);
    } catch (problem) {
      this.said.textContent = problem.violations?.map(({ message }) => message).join('；') || problem.message;
    } finally {
      button.disabled = false;
    }
  }
}
