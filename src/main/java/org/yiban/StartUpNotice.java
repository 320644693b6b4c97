package org.yiban;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.boot.web.context.WebServerApplicationContext;
import org.springframework.context.event.EventListener;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.core.env.Environment;
import org.springframework.core.env.Profiles;
import org.springframework.stereotype.Component;

/** Says, once the application is ready, where to log in and, in the demo profile, as whom. */
@Component
class StartUpNotice {

    private static final Logger log = LoggerFactory.getLogger(StartUpNotice.class);

    @EventListener
    @Order(Ordered.LOWEST_PRECEDENCE)
    void announce(ApplicationReadyEvent event) {
        if (event.getApplicationContext() instanceof WebServerApplicationContext web) {
            log.info(
                    "{}",
                    text(
                            web.getWebServer().getPort(),
                            event.getApplicationContext().getEnvironment()));
        }
    }

    static String text(int port, Environment environment) {
        String address =
                "http://localhost:%d%s/".formatted(port, environment.getProperty("server.servlet.context-path", ""));
        String notice = "医办已启动，请用浏览器打开 " + address;
        if (environment.acceptsProfiles(Profiles.of("demo & !prod"))) {
            notice += """

                      演示环境，人员和数据均为虚构；账号的口令都是 demo：
                        聊城  clerklc 登记  reviewlc 审核  approvelc 审批  financelc 财务  superlc、superlc2 主管  analystlc、analystlc2 分析
                        济宁  clerkjn 登记  reviewjn 审核  approvejn 审批  financejn 财务  superjn、superjn2 主管  analystjn、analystjn2 分析
                        长春  clerkcc 登记  reviewcc 审核  approvecc 审批  financecc 财务  supercc、supercc2 主管  analystcc、analystcc2 分析
                        铁岭  clerktl 登记  reviewtl 审核  approvetl 审批  financetl 财务  supertl、supertl2 主管  analysttl、analysttl2 分析
                        全国  admin 系统管理员""";
        }
        return notice;
    }
}
