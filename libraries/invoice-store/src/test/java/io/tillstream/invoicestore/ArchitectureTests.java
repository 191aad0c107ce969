package io.tillstream.invoicestore;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

class ArchitectureTests {

    private static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("io.tillstream.invoicestore", "io.tillstream.storecalls", "io.tillstream.sessionstore");

    @Test
    void dependsOnTheModelAndDynamoDbAlone() {
        classes()
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage(
                        "java..",
                        "org.jspecify..",
                        "io.tillstream.model..",
                        "io.tillstream.invoicestore..",
                        "io.tillstream.storecalls..",
                        "io.tillstream.sessionstore..",
                        "software.amazon.awssdk..")
                .because("services and jobs of any framework use it")
                .check(CLASSES);
    }

    @Test
    void storesStandBesideEachOther() {
        noClasses()
                .that()
                .resideInAPackage("io.tillstream.storecalls..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("io.tillstream.invoicestore..", "io.tillstream.sessionstore..")
                .because("both call DynamoDB through it")
                .check(CLASSES);
        noClasses()
                .that()
                .resideInAPackage("io.tillstream.invoicestore..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("io.tillstream.sessionstore..")
                .because("a session takes no more from it than whose lines are wanted")
                .check(CLASSES);
    }

    @Test
    void readersAndWritersAreIndependentOfTheStoreBehindThem() {
        noClasses()
                .that()
                .haveSimpleNameStartingWith("Invoice")
                .and()
                .haveSimpleNameNotEndingWith("Tables")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("software.amazon..")
                .because("the in-memory twin has to pass for the real one")
                .check(CLASSES);
    }
}
