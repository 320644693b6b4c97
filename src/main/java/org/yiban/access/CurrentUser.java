package org.yiban.access;

import java.util.Collection;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.yiban.region.RegionCode;

/**
 * The person on whose behalf a request runs.
 *
 * @param id user id in the engine
 * @param name name for people to read; the id where none is on record
 * @param roles pool code → roles held there; a pool without a role is absent
 * @param keepsCalendar whether the person is of those who keep the working calendar of the country
 */
public record CurrentUser(String id, String name, Map<String, Set<Role>> roles, boolean keepsCalendar) {

    /** The engine's group of those who keep the working calendar; being a supervisor is asked for besides. */
    public static final String CALENDAR_GROUP = "calendar";

    public CurrentUser {
        roles = Map.copyOf(roles);
    }

    /** The roles that engine groups stand for; groups of another kind are passed over. */
    static Map<String, Set<Role>> rolesOf(Collection<String> groupIds) {
        Map<String, Set<Role>> roles = new TreeMap<>();
        for (String groupId : groupIds) {
            for (Role role : Role.values()) {
                if (role.isRoleOf(groupId)) {
                    roles.computeIfAbsent(groupId.substring(role.prefix().length()), pool -> EnumSet.noneOf(Role.class))
                            .add(role);
                }
            }
        }
        return roles;
    }

    /** Whether the person holds a role in a pool. */
    public boolean has(Role role, RegionCode pool) {
        return roles.getOrDefault(pool.value(), Set.of()).contains(role);
    }

    /** The pools whose cases and people the person may see. */
    public Set<RegionCode> casePools() {
        return poolsWith(Role::seesCases);
    }

    /** The pools in which the person works on tasks of cases. */
    public Set<RegionCode> workPools() {
        return poolsWith(Role::worksTasks);
    }

    /** The pools in which the person holds a role. */
    public Set<RegionCode> pools(Role role) {
        return poolsWith(role::equals);
    }

    private Set<RegionCode> poolsWith(Predicate<Role> held) {
        return roles.entrySet().stream()
                .filter(pool -> pool.getValue().stream().anyMatch(held))
                .map(pool -> new RegionCode(pool.getKey()))
                .collect(Collectors.toUnmodifiableSet());
    }
}
