package io.tillstream.localcloud;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideOutsideOfPackages;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

class ArchitectureTests {

    private static final String MODULE = "io.tillstream.localcloud..";

    /** Which names lead to this machine is no matter of ours or of AWS's. */
    private static final String NAMES = "io.tillstream.localnames..";

    private static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("io.tillstream.localcloud");

    @Test
    void knowsNothingOfTheRestOfUs() {
        noClasses()
                .that()
                .resideInAPackage(MODULE)
                .should()
                .dependOnClassesThat(resideInAPackage("io.tillstream..").and(resideOutsideOfPackages(MODULE, NAMES)))
                .because("an AWS endpoint that knew its only customer would agree with it where AWS does not")
                .check(CLASSES);
    }

    @Test
    void packagesFormNoCycles() {
        slices().matching("io.tillstream.localcloud.(**)")
                .should()
                .beFreeOfCycles()
                .because("each service can be read, tested and replaced by itself")
                .check(CLASSES);
    }

    @Test
    void usesNoAwsSdk() {
        noClasses()
                .that()
                .doNotHaveSimpleName("ListedObjects")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("software.amazon..")
                .because("the SDK drives the contract tests; a server built with it would share its mistakes;"
                        + " stores of s3proxy speak in its model classes, and one of them is ours")
                .check(CLASSES);
    }

    @Test
    void servicesDoNotKnowTheGateway() {
        noClasses()
                .that()
                .resideOutsideOfPackages("io.tillstream.localcloud", "..gateway..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("..gateway..")
                .because("the gateway leads to the services, and a test may use them without it")
                .check(CLASSES);
    }
}
