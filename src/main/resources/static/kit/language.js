/** The language of the pages: Chinese unless the person chose English in this browser. */

const CHOICE = 'yiban.language';

/** @returns {'zh'|'en'} */
export function language() {
  return localStorage.getItem(CHOICE) === 'en' ? 'en' : 'zh';
}

/** Keeps the choice and shows the page anew in that language. */
export function choose(language) {
  localStorage.setItem(CHOICE, language);
  location.reload();
}
