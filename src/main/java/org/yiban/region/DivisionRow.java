package org.yiban.region;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** A line of the packaged file of divisions; an empty name marks a grouping that has none of its own. */
record DivisionRow(RegionCode code, String name, RegionLevel level, RegionCode parent, RegionCode pool) {

    private static final String FILE = "/data/regions/divisions.csv";

    static List<DivisionRow> readPackaged() {
        try (InputStream file = DivisionRow.class.getResourceAsStream(FILE);
                BufferedReader lines = new BufferedReader(new InputStreamReader(file, StandardCharsets.UTF_8))) {
            return lines.lines().skip(1).map(DivisionRow::parse).toList();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + FILE, e);
        }
    }

    private static DivisionRow parse(String line) {
        String[] cells = line.split(",", -1);
        return new DivisionRow(
                new RegionCode(cells[0]),
                cells[1],
                RegionLevel.valueOf(cells[2]),
                optional(cells[3]),
                optional(cells[4]));
    }

    private static RegionCode optional(String cell) {
        return cell.isEmpty() ? null : new RegionCode(cell);
    }
}
