package org.yiban.policy.cases;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** A workbook written part by part, with whatever a spreadsheet program may put into a cell. */
final class RawWorkbook {

    /** Styles by number: 0 general, 1 date, 2 month as 4月-23, 3 percent, 4 Chinese built-in month, 5 a format of its own. */
    private static final String STYLES = """
            <styleSheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">
            <numFmts count="1"><numFmt numFmtId="164" formatCode="[$-804]yyyy&quot;年&quot;m&quot;月&quot;"/></numFmts>
            <fonts count="1"><font/></fonts><fills count="1"><fill/></fills><borders count="1"><border/></borders>
            <cellStyleXfs count="1"><xf/></cellStyleXfs>
            <cellXfs count="6"><xf numFmtId="0"/><xf numFmtId="14"/><xf numFmtId="17"/><xf numFmtId="10"/><xf numFmtId="57"/>
            <xf numFmtId="164"/></cellXfs></styleSheet>""";

    private static final String RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

    private final Map<String, String> sheets = new LinkedHashMap<>();

    static String text(String reference, String text) {
        return "<c r=\"%s\" t=\"inlineStr\"><is><t>%s</t></is></c>".formatted(reference, text);
    }

    static String number(String reference, int style, String number) {
        return "<c r=\"%s\" s=\"%d\"><v>%s</v></c>".formatted(reference, style, number);
    }

    static String typed(String reference, String type, String value) {
        return "<c r=\"%s\" t=\"%s\"><v>%s</v></c>".formatted(reference, type, value);
    }

    static String row(int number, String... cells) {
        return "<row r=\"%d\">%s</row>".formatted(number, String.join("", cells));
    }

    RawWorkbook sheet(String name, String... rows) {
        sheets.put(
                name,
                "<worksheet xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\"><sheetData>%s</sheetData></worksheet>"
                        .formatted(String.join("", rows)));
        return this;
    }

    Path write(Path file) throws IOException {
        StringBuilder types = new StringBuilder();
        StringBuilder relations = new StringBuilder();
        StringBuilder listed = new StringBuilder();
        try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(file))) {
            int id = 1;
            for (Map.Entry<String, String> sheet : sheets.entrySet()) {
                String part = "worksheets/sheet" + id + ".xml";
                add(zip, "xl/" + part, sheet.getValue());
                types.append(override("/xl/" + part, "worksheet"));
                relations.append(relation(id, "worksheet", part));
                listed.append("<sheet name=\"%s\" sheetId=\"%d\" r:id=\"rId%d\"/>".formatted(sheet.getKey(), id, id));
                id++;
            }
            add(zip, "xl/styles.xml", STYLES);
            add(
                    zip,
                    "xl/workbook.xml",
                    "<workbook xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\" xmlns:r=\"%s\"><sheets>%s</sheets></workbook>"
                            .formatted(RELATIONS, listed));
            add(zip, "xl/_rels/workbook.xml.rels", relations(relations + relation(id, "styles", "styles.xml")));
            add(zip, "_rels/.rels", relations(relation(1, "officeDocument", "xl/workbook.xml")));
            add(
                    zip,
                    "[Content_Types].xml",
                    "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\"><Default Extension=\"rels\" ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/>%s%s%s</Types>"
                            .formatted(
                                    override("/xl/workbook.xml", "sheet.main"),
                                    override("/xl/styles.xml", "styles"),
                                    types));
        }
        return file;
    }

    private static String override(String part, String type) {
        return "<Override PartName=\"%s\" ContentType=\"application/vnd.openxmlformats-officedocument.spreadsheetml.%s+xml\"/>"
                .formatted(part, type);
    }

    private static String relation(int id, String type, String target) {
        return "<Relationship Id=\"rId%d\" Type=\"%s/%s\" Target=\"%s\"/>".formatted(id, RELATIONS, type, target);
    }

    private static String relations(String relations) {
        return "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">%s</Relationships>"
                .formatted(relations);
    }

    private static void add(ZipOutputStream zip, String part, String content) throws IOException {
        zip.putNextEntry(new ZipEntry(part));
        zip.write(content.getBytes(StandardCharsets.UTF_8));
        zip.closeEntry();
    }
}
