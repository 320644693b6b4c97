package org.yiban.policy.checks;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import org.springframework.beans.BeansException;
import org.springframework.beans.factory.config.BeanDefinition;
import org.springframework.beans.factory.support.AbstractBeanDefinition;
import org.springframework.beans.factory.support.DefaultListableBeanFactory;
import org.springframework.beans.factory.support.RootBeanDefinition;
import org.springframework.context.annotation.ClassPathScanningCandidateComponentProvider;
import org.springframework.core.type.filter.AnnotationTypeFilter;
import org.springframework.util.ClassUtils;
import org.yiban.calendar.WorkingCalendars;
import org.yiban.policy.settings.AgencySettings;
import org.yiban.policy.settings.Settings;
import org.yiban.policy.sources.Sources;
import org.yiban.policy.tables.DecisionTableException;
import org.yiban.policy.tables.SingleTable;
import org.yiban.policy.tables.TableFile;
import org.yiban.region.RegionCode;
import org.yiban.region.Regions;

/**
 * Checks what an agency sets for itself by the code that reads it at the start of the application: what the tables ask and
 * say, the words of the contract, what a row rests on, whether one row answers. Of each file that cannot be used the first
 * defect is told.
 */
final class SettingChecks {

    private static final String APPLICATION = "org.yiban";
    private static final String POOL = "pool";

    private final Sources sources;
    private final Regions regions;
    private final WorkingCalendars calendars;
    private final List<TableFinding> findings = new ArrayList<>();

    private SettingChecks(Sources sources, Regions regions, WorkingCalendars calendars) {
        this.sources = sources;
        this.regions = regions;
        this.calendars = calendars;
    }

    /** @param files by their paths under {@code processes} */
    static List<TableFinding> of(List<TableFile> files, Sources sources, Regions regions, WorkingCalendars calendars) {
        SettingChecks checks = new SettingChecks(sources, regions, calendars);
        checks.check(files);
        return checks.findings;
    }

    private void check(List<TableFile> files) {
        files.forEach(this::read);
        if (!findings.isEmpty()) {
            return;
        }
        Settings settings = Settings.of(files, sources);
        makeReaders(settings);
        if (findings.isEmpty()) {
            settings.unasked().forEach(file -> add(FindingKind.STRUCTURE, file, "没有程序读这张设置表；文件名写错了，或者应当删去"));
        }
    }

    private void read(TableFile file) {
        try {
            SingleTable table = SingleTable.read(List.of(file)).get(0);
            table.texts(POOL).stream()
                    .filter(Predicate.not(this::isRegion))
                    .forEach(code -> add(FindingKind.UNKNOWN_VALUE, file.path(), "列 pool 里没有 " + code + " 这个行政区划"));
        } catch (DecisionTableException e) {
            add(FindingKind.UNREADABLE, file.path(), e.getMessage());
        }
    }

    private boolean isRegion(String code) {
        try {
            return regions.find(new RegionCode(code)).isPresent();
        } catch (RuntimeException noCode) {
            return false;
        }
    }

    private void makeReaders(Settings settings) {
        DefaultListableBeanFactory factory = new DefaultListableBeanFactory();
        factory.registerSingleton("settings", settings);
        factory.registerSingleton("calendars", calendars);
        List<? extends Class<?>> readers = readers();
        readers.forEach(reader -> factory.registerBeanDefinition(
                reader.getName(), new RootBeanDefinition(reader, AbstractBeanDefinition.AUTOWIRE_CONSTRUCTOR, false)));
        readers.stream()
                .flatMap(reader -> defect(factory, reader).stream())
                .distinct()
                .forEach(defect -> add(FindingKind.STRUCTURE, "settings", defect));
    }

    /** What a reader refuses to be made for; a defect of a reader it needs is its own as well. */
    private static Optional<String> defect(DefaultListableBeanFactory factory, Class<?> reader) {
        try {
            factory.getBean(reader);
            return Optional.empty();
        } catch (BeansException e) {
            return Optional.of(Optional.of(e.getMostSpecificCause())
                    .filter(DecisionTableException.class::isInstance)
                    .orElseThrow(() -> e)
                    .getMessage());
        }
    }

    private void add(FindingKind kind, String file, String message) {
        findings.add(new TableFinding(Severity.ERROR, kind, file, "", List.of(), message, Map.of()));
    }

    /** The classes that read settings, wherever they are. */
    private static List<? extends Class<?>> readers() {
        ClassPathScanningCandidateComponentProvider scan = new ClassPathScanningCandidateComponentProvider(false);
        scan.addIncludeFilter(new AnnotationTypeFilter(AgencySettings.class));
        return scan.findCandidateComponents(APPLICATION).stream()
                .map(BeanDefinition::getBeanClassName)
                .map(name -> ClassUtils.resolveClassName(name, SettingChecks.class.getClassLoader()))
                .toList();
    }
}
