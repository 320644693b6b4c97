/** Chart.js as it comes: fetched when a chart is drawn for the first time; it leaves one global name. */
import { address } from './http.js';

let library = null;

export function chartLibrary() {
  library ??= import(address('/webjars/chart.js/dist/chart.umd.min.js')).then(() => globalThis.Chart);
  return library;
}
