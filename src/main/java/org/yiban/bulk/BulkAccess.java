package org.yiban.bulk;

import java.util.Set;
import org.springframework.stereotype.Component;
import org.yiban.access.Access;
import org.yiban.access.CurrentUser;
import org.yiban.access.Role;
import org.yiban.kernel.ProblemException;
import org.yiban.kernel.ProblemKind;
import org.yiban.region.RegionCode;

/** Who may do what with files. A file of a pool in which a person sees no cases does not exist for them. */
@Component
class BulkAccess {

    private final Access access;
    private final BulkFiles files;

    BulkAccess(Access access, BulkFiles files) {
        this.access = access;
        this.files = files;
    }

    CurrentUser current() {
        return access.current();
    }

    String nameOf(String user) {
        return user == null ? null : access.nameOf(user);
    }

    /** The pools whose files the person sees. */
    Set<RegionCode> pools() {
        return access.current().casePools();
    }

    /** A file that the person may see. */
    BulkFile visible(long id) {
        BulkFile file = files.require(id);
        if (!pools().contains(file.pool())) {
            throw BulkFiles.unknown(id);
        }
        return file;
    }

    /** A file that the person may see and holds one of the roles for; nobody else changes it until the transaction ends. */
    BulkFile locked(long id, Role... anyOf) {
        visible(id);
        BulkFile file = files.lock(id);
        access.require(file.pool(), anyOf);
        return file;
    }

    /** Whether the person holds one of the roles in the file's pool. */
    boolean may(BulkFile file, Role... anyOf) {
        CurrentUser user = access.current();
        for (Role role : anyOf) {
            if (user.has(role, file.pool())) {
                return true;
            }
        }
        return false;
    }

    /** Refuses a file that is in none of the states. */
    static void requireState(BulkFile file, BulkFileState... anyOf) {
        if (!Set.of(anyOf).contains(file.state())) {
            throw ProblemException.of(
                    ProblemKind.CONFLICT,
                    "第 %d 号文件%s，现在不能这样办，请刷新".formatted(file.id(), file.state().title()));
        }
    }
}
