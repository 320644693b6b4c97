package org.yiban.person;

/** In which capacity a person is enrolled 参保身份. */
public enum MemberIdentity {
    /** 单位职工: the employer pays in. */
    EMPLOYER,
    /** 灵活就业人员: the person pays in to the employee scheme. */
    FLEXIBLE,
    /** 城乡居民. */
    RESIDENT;

    /** Whether a scheme knows this capacity: residents are enrolled as residents, employees as one of the others. */
    public boolean belongsTo(Scheme scheme) {
        return (this == RESIDENT) == (scheme == Scheme.RESIDENT);
    }
}
