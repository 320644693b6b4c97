/** Tables in files, as spreadsheets write and read them: CSV and XLSX, a row at a time. */
package org.yiban.bulk.table;
