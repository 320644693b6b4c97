package org.yiban.access;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.yiban.region.Region;
import org.yiban.region.RegionCode;

/** The accounts of the demo profile, in one place. None of them exists in the {@code prod} profile. */
public final class DemoAccounts {

    /** The password of every demo account. */
    public static final String PASSWORD = "demo";

    /** The demo administrator: manages users, works no task. */
    public static final String ADMINISTRATOR = "admin";

    /** By this mark in their e-mail address demo accounts are known in a database ({@code .invalid} never resolves). */
    public static final String MAIL_DOMAIN = "@demo.invalid";

    private static final Map<String, String> SHORT_NAMES =
            Map.of("371500", "lc", "370800", "jn", "220100", "cc", "211200", "tl");

    private static final List<Post> POSTS = List.of(
            new Post("clerk", Role.INTAKE, "登记员"),
            new Post("review", Role.REVIEW, "审核员"),
            new Post("approve", Role.APPROVE, "审批员"),
            new Post("finance", Role.FINANCE, "财务"),
            new Post("super", Role.SUPERVISE, "主管"),
            new Post("super", Role.SUPERVISE, "副主管"),
            new Post("analyst", Role.ANALYSE, "规则分析员甲"),
            new Post("analyst", Role.ANALYSE, "规则分析员乙"));

    private DemoAccounts() {}

    /**
     * The accounts for the given pools: one a role (auditors excepted), and a second analyst and supervisor, whose
     * decisions want another person; the administrator apart.
     */
    public static List<DemoAccount> of(List<Region> pools) {
        List<DemoAccount> accounts = new ArrayList<>();
        for (Region pool : pools) {
            String suffix =
                    SHORT_NAMES.getOrDefault(pool.code().value(), pool.code().value());
            for (Post post : POSTS) {
                String id = post.prefix() + suffix;
                boolean taken =
                        accounts.stream().anyMatch(account -> account.id().equals(id));
                String name = pool.name().replaceFirst("市$", "") + "·" + post.title() + "（演示）";
                accounts.add(new DemoAccount(taken ? id + "2" : id, name, post.role(), pool.code()));
            }
        }
        return List.copyOf(accounts);
    }

    private record Post(String prefix, Role role, String title) {}

    /**
     * A demo account.
     *
     * @param id user id to log in with
     * @param name display name in Chinese, marked as a demonstration
     * @param role the one role it holds
     * @param pool the pool in which it holds the role
     */
    public record DemoAccount(String id, String name, Role role, RegionCode pool) {}
}
