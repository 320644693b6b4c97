package org.yiban.workflow;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.repository.DeploymentBuilder;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.core.io.ByteArrayResource;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.ResourcePatternResolver;
import org.springframework.stereotype.Component;

/**
 * Deploys each folder of models together with its folder of forms as one deployment, under stable resource names
 * ({@code processes/transfer/transfer-in.bpmn}, {@code forms/transfer/application.html}), so that a form always belongs
 * to the version of its process. Forms are deployed with their blocks ({@link FormBlocks}). A folder in which nothing changed is not deployed again. The tables under
 * {@code processes/policy} and {@code processes/settings} are deployed to be looked at; the application asks them through
 * its policy module.
 */
@Component
class ProcessDeployer implements SmartInitializingSingleton {

    private static final List<String> MODELS = List.of("bpmn", "dmn");

    private final RepositoryService repository;
    private final ResourcePatternResolver resources;

    ProcessDeployer(RepositoryService repository, ResourcePatternResolver resources) {
        this.repository = repository;
        this.resources = resources;
    }

    @Override
    public void afterSingletonsInstantiated() {
        Map<String, Map<String, Resource>> folders = new TreeMap<>();
        for (String extension : MODELS) {
            find("processes", extension).forEach((name, resource) -> folders.computeIfAbsent(
                            folder(name), f -> new TreeMap<>(Comparator.naturalOrder()))
                    .put(name, resource));
        }
        Map<String, Resource> forms = find("forms", "html");
        Map<String, String> blocks = new TreeMap<>();
        forms.keySet().stream()
                .filter(ProcessDeployer::isBlock)
                .forEach(name -> blocks.put(name, text(forms.get(name))));
        FormBlocks formBlocks = new FormBlocks(blocks);
        forms.forEach((name, form) -> {
            if (!isBlock(name)) {
                Map<String, Resource> models = folders.get(folder(name));
                if (models == null) {
                    throw new IllegalStateException(name + " belongs to no folder of processes");
                }
                models.put(name, withBlocks(name, form, formBlocks));
            }
        });
        folders.forEach(this::deploy);
    }

    private static boolean isBlock(String name) {
        return name.startsWith(FormBlocks.FOLDER);
    }

    private static Resource withBlocks(String name, Resource form, FormBlocks blocks) {
        return new ByteArrayResource(blocks.expand(name, text(form)).getBytes(StandardCharsets.UTF_8));
    }

    private static String text(Resource resource) {
        try {
            return resource.getContentAsString(StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + resource, e);
        }
    }

    private void deploy(String folder, Map<String, Resource> contents) {
        DeploymentBuilder deployment =
                repository.createDeployment().name(folder).source("yiban").enableDuplicateFiltering(false);
        contents.forEach((name, resource) -> {
            try (InputStream stream = resource.getInputStream()) {
                deployment.addInputStream(name, stream);
            } catch (IOException e) {
                throw new UncheckedIOException("cannot read " + name, e);
            }
        });
        deployment.deploy();
    }

    private Map<String, Resource> find(String root, String extension) {
        Map<String, Resource> found = new TreeMap<>();
        try {
            Resource[] matches = resources.getResources("classpath*:" + root + "/**/*." + extension);
            for (Resource match : matches) {
                String url = match.getURL().toString();
                found.put(url.substring(url.lastIndexOf("/" + root + "/") + 1), match);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("cannot list " + root, e);
        }
        return found;
    }

    private static String folder(String name) {
        return Stream.of(name.split("/")).skip(1).findFirst().orElseThrow();
    }
}
