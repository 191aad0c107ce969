<#-- What `mvn license:aggregate-add-third-party` makes NOTICE of: docs/develop/releasing.md. -->
Tillstream
Copyright 2026 The Tillstream maintainers

Licensed under the Apache License, Version 2.0; see LICENSE.

The programs contain or fetch these libraries of others, each under its own licence. Versions stand in the bill of
materials of each service, at /actuator/sbom/application. Of several licences, any may be chosen.

<#list dependencyMap as e>
<#assign project = e.getKey()/>
- ${project.groupId}:${project.artifactId}: <#list e.getValue() as license>${license}<#sep>; or </#sep></#list>
</#list>
