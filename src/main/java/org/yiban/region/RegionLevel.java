package org.yiban.region;

/** How high a division stands. */
public enum RegionLevel {
    /** 省、自治区、直辖市. */
    PROVINCE,
    /** 地级市、地区、自治州、盟. */
    PREFECTURE,
    /** 市辖区、县级市、县、旗. */
    COUNTY
}
