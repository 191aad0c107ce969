package io.tillstream.model;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

final class ArchitectureTests {

    private static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("io.tillstream.model");

    @Test
    void dependsOnTheJdkAndJSpecifyOnly() {
        classes()
                .that()
                .resideOutsideOfPackage("..codec..")
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage("io.tillstream.model..", "java..", "org.jspecify.annotations..")
                .because("every module and the Spark jobs speak this language, and must not inherit libraries with it")
                .check(CLASSES);
    }

    @Test
    void keepsJacksonInTheCodec() {
        classes()
                .that()
                .resideInAPackage("..codec..")
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage(
                        "io.tillstream.model..", "java..", "org.jspecify.annotations..", "tools.jackson.core..")
                .because("the codec reads and writes JSON by streaming; data binding would hide the wire format")
                .check(CLASSES);
    }

    @Test
    void hasNoCycles() {
        slices().matching("io.tillstream.model.(*)..")
                .should()
                .beFreeOfCycles()
                .because("rows become lines in one direction")
                .check(CLASSES);
    }

    @Test
    void keepsTheValuesAtTheBottom() {
        noClasses()
                .that()
                .resideInAPackage("io.tillstream.model")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("io.tillstream.model.*..")
                .because("a line does not know how it is validated, identified, encoded or stored")
                .check(CLASSES);
    }

    @Test
    void keepsFeedsOnTop() {
        noClasses()
                .that()
                .resideOutsideOfPackage("..feed..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("..feed..")
                .because("a feed is made of these parts, and none of them is for one feed's sake")
                .check(CLASSES);
    }

    @Test
    void doesNotLogOrPrint() {
        noClasses()
                .should()
                .dependOnClassesThat()
                .haveNameMatching("java\\.util\\.logging\\..*|java\\.io\\.PrintStream|java\\.util\\.Date")
                .because("a language has no side effects; faults are values, and times are of java.time")
                .check(CLASSES);
    }
}
