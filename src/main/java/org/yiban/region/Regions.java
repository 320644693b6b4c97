package org.yiban.region;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.yiban.kernel.ProblemException;

/**
 * All provinces, prefectures and counties and the pools they belong to. A county belongs to its prefecture's pool; a
 * county run by its province is a pool of its own, as 梅河口 is; each of the four municipalities is one pool; any other
 * province is none. Immutable.
 */
public final class Regions {

    private static final int SCATTERED = 4;

    private final Map<RegionCode, Region> byCode;
    private final Map<RegionCode, String> fullNames = new HashMap<>();
    private final Set<RegionCode> unnamed = new HashSet<>();

    Regions(List<DivisionRow> rows) {
        Map<RegionCode, DivisionRow> read = new HashMap<>();
        rows.forEach(row -> read.put(row.code(), row));
        Map<RegionCode, Region> regions = new TreeMap<>();
        for (DivisionRow row : rows) {
            if (row.name().isEmpty()) {
                unnamed.add(row.code());
            }
            String name = row.name().isEmpty() ? read.get(row.parent()).name() : row.name();
            regions.put(row.code(), new Region(row.code(), name, row.level(), row.parent(), row.pool()));
            fullNames.put(row.code(), fullName(row, read));
        }
        this.byCode = new LinkedHashMap<>(regions);
    }

    /** The divisions that are packaged with the application. */
    public static Regions load() {
        return new Regions(DivisionRow.readPackaged());
    }

    public Optional<Region> find(RegionCode code) {
        return Optional.ofNullable(byCode.get(code));
    }

    /**
     * The division somebody named.
     *
     * @throws ProblemException naming the field if the code is missing, not six digits, or of no division
     */
    public Region require(String field, String code) {
        RegionCode parsed = RegionCode.parse(field, code);
        return find(parsed)
                .orElseThrow(
                        () -> ProblemException.invalid(field, code, "没有这个行政区划代码；请填写全国省、市、县的六位代码，例如 371500（山东省聊城市）"));
    }

    /**
     * The pool of the division somebody named: a county's is its prefecture.
     *
     * @throws ProblemException naming the field as {@link #require} does, and if the division holds several pools
     */
    public Region requirePool(String field, String code) {
        Region region = require(field, code);
        if (region.pool() == null) {
            throw ProblemException.invalid(
                    field,
                    code,
                    "%s不是一个统筹区；请填写到市或县，例如 %s"
                            .formatted(fullName(region.code()), exampleWithin(provinceOf(region.code()))));
        }
        return byCode.get(region.pool());
    }

    /** The province a division lies in; a province lies in itself. */
    public RegionCode provinceOf(RegionCode code) {
        Region region = known(code);
        while (region.parent() != null) {
            region = byCode.get(region.parent());
        }
        return region.code();
    }

    /**
     * The name from the province down: 山东省聊城市东昌府区. Groupings without a name of their own are left out, and so is
     * the prefecture beside which a county is a pool of its own: 吉林省梅河口市.
     */
    public String fullName(RegionCode code) {
        known(code);
        return fullNames.get(code);
    }

    /** All pools, ordered by code. */
    public List<Region> pools() {
        return byCode.values().stream().filter(Region::isPool).toList();
    }

    /**
     * Divisions by code or name, best match first: the beginning of a code, part of a full name, or, where
     * nothing holds the text itself, its characters in order (山东聊城). Blank text matches everything; groupings without a name of their own are left out.
     *
     * @param limit how many at most
     */
    public List<Region> search(String text, int limit) {
        return search(text).stream().limit(limit).toList();
    }

    /** As {@link #search}, but each match stands for its pool, each pool once, and divisions of several pools are left out. */
    public List<Region> searchPools(String text, int limit) {
        return search(text).stream()
                .map(Region::pool)
                .filter(pool -> pool != null)
                .distinct()
                .limit(limit)
                .map(byCode::get)
                .toList();
    }

    private List<Region> search(String text) {
        String wanted = text == null ? "" : text.strip();
        record Match(Region region, int rank) {}
        List<Match> matches = new ArrayList<>();
        for (Region region : byCode.values()) {
            int rank = unnamed.contains(region.code()) ? -1 : rank(region, wanted);
            if (rank >= 0) {
                matches.add(new Match(region, rank));
            }
        }
        boolean plain = matches.stream().anyMatch(match -> match.rank() < SCATTERED);
        return matches.stream()
                .filter(match -> !plain || match.rank() < SCATTERED)
                .sorted(Comparator.comparingInt(Match::rank)
                        .thenComparing(match -> match.region().level())
                        .thenComparing(match -> match.region().code()))
                .map(Match::region)
                .toList();
    }

    /** 0 is the best match, -1 is none. */
    private int rank(Region region, String wanted) {
        String fullName = fullNames.get(region.code());
        if (region.name().equals(wanted) || fullName.equals(wanted)) {
            return 0;
        }
        if (region.code().value().startsWith(wanted) || region.name().startsWith(wanted)) {
            return 1;
        }
        if (region.name().contains(wanted)) {
            return 2;
        }
        if (fullName.contains(wanted)) {
            return 3;
        }
        return holdsInOrder(fullName, wanted) ? SCATTERED : -1;
    }

    private static boolean holdsInOrder(String name, String wanted) {
        int at = 0;
        for (int i = 0; i < name.length() && at < wanted.length(); i++) {
            if (name.charAt(i) == wanted.charAt(at)) {
                at++;
            }
        }
        return at == wanted.length();
    }

    private Region known(RegionCode code) {
        return find(code).orElseThrow(() -> new IllegalArgumentException("no division has the code " + code));
    }

    private String exampleWithin(RegionCode province) {
        Region example = pools().stream()
                .filter(pool -> provinceOf(pool.code()).equals(province))
                .findFirst()
                .orElseThrow();
        return "%s（%s）".formatted(example.code(), fullName(example.code()));
    }

    private static String fullName(DivisionRow row, Map<RegionCode, DivisionRow> rows) {
        Deque<String> names = new ArrayDeque<>(List.of(row.name()));
        for (DivisionRow above = rows.get(row.parent()); above != null; above = rows.get(above.parent())) {
            boolean province = above.parent() == null;
            boolean ofAnotherPool = row.pool() != null && !row.pool().equals(above.pool());
            if (province || !ofAnotherPool) {
                names.addFirst(above.name());
            }
        }
        return String.join("", names);
    }
}
