package io.tillstream.producer;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

class ArchitectureTests {

    private static final String ROOT = "io.tillstream.producer";

    private static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages(ROOT);

    @Test
    void packagesFormNoCycles() {
        slices().matching(ROOT + ".(*)..")
                .should()
                .beFreeOfCycles()
                .because("rows are read, sent and reported in one direction")
                .check(CLASSES);
    }

    @Test
    void sendingKnowsNothingOfFiles() {
        noClasses()
                .that()
                .resideInAPackage(ROOT + ".send..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("io.tillstream.rowfiles..", ROOT + ".(replay|progress|report|generate)..")
                .because("the contract of the ingest API is the same for whoever calls it")
                .check(CLASSES);
    }

    @Test
    void isAnOutsiderThatStartsFast() {
        classes()
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage(
                        ROOT + "..",
                        "io.tillstream.commandline..",
                        "io.tillstream.feeds..",
                        "io.tillstream.model..",
                        "io.tillstream.rowfiles..",
                        "java..",
                        "org.jspecify.annotations..",
                        "tools.jackson.core..",
                        "picocli..",
                        "org.HdrHistogram..",
                        "org.dhatim.fastexcel..")
                .because("a client knows a service by its API, and no framework is loaded to send a file")
                .check(CLASSES);
    }
}
